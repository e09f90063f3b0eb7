"""Clusters texts with scikit-learn, the way most people would: the peer of `npm run quality -- --peer`.

Reads {"texts": [...], "runs": [{"seed": 1, "topics": 4}, ...]} from standard input and writes a line of JSON for each method and run:
{"method", "seed", "assignment": [cluster of each text], "words": [[top words of each cluster]]}. With --versions it writes those instead.
No figure is computed here.
"""

import json
import platform
import sys
import warnings

try:
    import numpy
    import sklearn
    from sklearn.cluster import KMeans
    from sklearn.decomposition import NMF
    from sklearn.exceptions import ConvergenceWarning
    from sklearn.feature_extraction.text import TfidfVectorizer
except ImportError as error:
    sys.exit(f"scikit-learn is missing: {error}")

# More than are judged: some fold to one.
TOP_WORDS = 20


def weigh(texts):
    """TF-IDF of the texts; the limits on words give way in sets so small that they would leave none."""
    n = len(texts)
    wanted = (3, 0.4) if n >= 300 else (2, 0.5)
    for least, most in (wanted, (1, 1.0)):
        try:
            vectorizer = TfidfVectorizer(sublinear_tf=True, stop_words="english", min_df=least, max_df=most)
            return vectorizer.fit_transform(texts), vectorizer.get_feature_names_out()
        except ValueError:
            continue
    sys.exit("no words in the texts")


def top_words(weights, names):
    return [[names[i] for i in numpy.argsort(-row, kind="stable")[:TOP_WORDS] if row[i] > 0] for row in weights]


def k_means(matrix, topics, seed):
    model = KMeans(n_clusters=topics, n_init=10, random_state=seed).fit(matrix)
    return model.labels_, model.cluster_centers_


def nmf(matrix, topics, seed):
    model = NMF(n_components=topics, random_state=seed)
    return model.fit_transform(matrix).argmax(axis=1), model.components_


def main():
    if "--versions" in sys.argv:
        print(
            json.dumps(
                {
                    "python": platform.python_version(),
                    "scikit-learn": sklearn.__version__,
                    "numpy": numpy.__version__,
                }
            )
        )
        return
    warnings.filterwarnings("ignore", category=ConvergenceWarning)
    request = json.load(sys.stdin)
    matrix, names = weigh(request["texts"])
    for method, find in (("TF-IDF + k-means", k_means), ("TF-IDF + NMF", nmf)):
        for run in request["runs"]:
            topics = min(run["topics"], matrix.shape[0])
            assignment, weights = find(matrix, topics, run["seed"])
            answer = {
                "method": method,
                "seed": run["seed"],
                "assignment": assignment.tolist(),
                "words": top_words(weights, names),
            }
            print(json.dumps(answer), flush=True)


main()
