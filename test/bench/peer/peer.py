"""Does with scikit-learn what stages of Tidemap do, on the same papers or the same matrix: the peer of `npm run bench -- --peer`.

Reads a job from standard input, {"job", "files", "folder", "k", "rounds", "seeds", "repeats", "short"}, and writes a line of JSON:
{"seconds": [of each run], "cpuSeconds": [of each run], "peakBytes", "figures"}. Matrices are read from FOLDER/NAME.bin as they lie in memory, clusters written the same way.
With --versions it writes those instead. The threads of BLAS and OpenMP are set by the environment of this process.
"""

import gzip
import json
import os
import platform
import re
import resource
import sys
import time
import warnings

try:
    import numpy
    import scipy
    import scipy.sparse
    import sklearn
    from sklearn.cluster import KMeans
    from sklearn.decomposition import TruncatedSVD
    from sklearn.exceptions import ConvergenceWarning
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.preprocessing import normalize
except ImportError as error:
    sys.exit(f"scikit-learn is missing: {error}")


def versions():
    found = {
        "python": platform.python_version(),
        "scikit-learn": sklearn.__version__,
        "numpy": numpy.__version__,
        "scipy": scipy.__version__,
    }
    try:
        from threadpoolctl import threadpool_info

        for library in threadpool_info():
            name = library["internal_api"]
            build = " ".join(str(library[key]) for key in ("version", "architecture") if library.get(key))
            found[name] = build or library["prefix"]
    except ImportError:
        found["BLAS"] = "unknown: threadpoolctl is missing"
    return found


def memory():
    """Resident bytes now, and the most so far."""
    try:
        with open("/proc/self/status") as status:
            text = status.read()
        return tuple(int(re.search(rf"^{name}:\s+(\d+) kB", text, re.M)[1]) * 1024 for name in ("VmRSS", "VmHWM"))
    except OSError:
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
        return most, most


def texts(files):
    for name in files:
        with gzip.open(name, "rt", encoding="utf-8") as lines:
            for line in lines:
                paper = json.loads(line)
                yield f"{paper['title']}\n{paper.get('abstract') or ''}"


def weigh(files):
    vectorizer = TfidfVectorizer(sublinear_tf=True, stop_words="english", min_df=3, max_df=0.4)
    return vectorizer.fit_transform(texts(files))


def array(job, name, dtype):
    return numpy.fromfile(os.path.join(job["folder"], f"{name}.bin"), dtype=dtype)


def matrix(job, name="tf-idf"):
    shape = tuple(int(size) for size in array(job, f"{name}.shape", numpy.int32))
    values, indices, starts = (
        array(job, f"{name}.{part}", dtype)
        for part, dtype in (("values", numpy.float32), ("indices", numpy.int32), ("starts", numpy.int32))
    )
    return scipy.sparse.csr_matrix((values, indices, starts), shape=shape)


def text(job):
    def work():
        weights = weigh(job["files"])
        return lambda: {"papers": weights.shape[0], "terms": weights.shape[1], "entries": int(weights.nnz)}

    return work


def svd(job):
    weights = matrix(job)
    squares = float((weights.data.astype(numpy.float64) ** 2).sum())

    def work():
        scores = TruncatedSVD(100, n_iter=5, random_state=1).fit_transform(weights)
        return lambda: {"variance": float((scores.astype(numpy.float64) ** 2).sum()) / squares}

    return work


def k_means(job):
    weights = matrix(job)
    start = weights[array(job, f"initial-{job['k']}", numpy.int32)].toarray()

    def work():
        model = KMeans(job["k"], init=start, n_init=1, max_iter=job["rounds"], tol=0, algorithm="lloyd").fit(weights)
        return lambda: save_clusters(job, [model])

    return work


def seeds(job):
    weights = matrix(job)

    def work():
        models = [
            KMeans(job["k"], n_init=1, max_iter=job["rounds"], tol=0, algorithm="lloyd", random_state=seed).fit(weights)
            for seed in range(1, job["seeds"] + 1)
        ]
        return lambda: save_clusters(job, models)

    return work


def save_clusters(job, models):
    """How good they are is for the caller to compute, by the same function for all."""
    clusters = numpy.concatenate([model.labels_ for model in models]).astype(numpy.int32)
    clusters.tofile(os.path.join(job["folder"], "peer-clusters.bin"))
    return {"rounds": float(numpy.mean([model.n_iter_ for model in models]))}


def dense(job):
    (dimensions,) = array(job, "dimensions", numpy.int32)
    vectors = array(job, "unit-vectors", numpy.float32).reshape(-1, dimensions)

    def work():
        model = KMeans(job["k"], n_init=3, max_iter=20, random_state=1).fit(vectors)
        return lambda: {"objective": mean_cosine(vectors, model.labels_, job["k"])}

    return work


def mean_cosine(vectors, clusters, k):
    return float(sum(numpy.linalg.norm(vectors[clusters == c].sum(axis=0, dtype=float)) for c in range(k)) / len(vectors))


def pipeline(job):
    def work():
        scores = TruncatedSVD(100, n_iter=5, random_state=1).fit_transform(weigh(job["files"]))
        KMeans(job["k"], n_init=3, random_state=1).fit(normalize(scores, copy=False))
        return lambda: {}

    return work


JOBS = {"text": text, "svd": svd, "k-means": k_means, "seeds": seeds, "dense": dense, "pipeline": pipeline}


def main():
    if "--versions" in sys.argv:
        print(json.dumps(versions()))
        return
    warnings.filterwarnings("ignore", category=ConvergenceWarning)
    job = json.load(sys.stdin)
    idle, _ = memory()
    work = JOBS[job["job"]](job)
    seconds, cpu_seconds, peak, figures = [], [], 0, {}
    while not seconds or (len(seconds) < job["repeats"] and seconds[0] < job["short"]):
        since, cpu_since = time.perf_counter(), time.process_time()
        look = work()
        seconds.append(time.perf_counter() - since)
        cpu_seconds.append(time.process_time() - cpu_since)
        if len(seconds) == 1:
            peak = memory()[1] - idle
            figures = look()
    print(json.dumps({"seconds": seconds, "cpuSeconds": cpu_seconds, "peakBytes": peak, "figures": figures}))


main()
