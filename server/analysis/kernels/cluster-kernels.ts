/** The kernels that cluster unit vectors. */
export interface ClusterKernels {
  /**
   * Nearest of k unit vectors for each of n, by cosine. `assignment[i]` gets the nearest (ties: the lower number), `similarity[i]` its
   * cosine. Returns how many assignments changed. A zero vector goes to 0 with similarity 0.
   */
  assign(
    vectors: Int16Array,
    n: number,
    dimensions: number,
    centroids: Int16Array,
    k: number,
    assignment: Int32Array,
    similarity: Float32Array,
  ): number

  /** Sums of the unit vectors of each cluster (−1: of none), k × dimensions, in units of 1 ÷ `UNIT`: whole numbers. */
  sums(vectors: Int16Array, n: number, dimensions: number, assignment: Int32Array, k: number): Float64Array

  /**
   * Runs of spherical k-means, each on some of the vectors from greedy k-means++ seeds of its own, until no more than 0.1% of them move or `maxRounds`. Source: Dhillon and
   * Modha, "Concept decompositions for large sparse text data", Machine Learning 42 (2001); seeding: Arthur and Vassilvitskii (2007) with distance 1 − cosine. Returns for each
   * run the sum of the cosines to the centroids; `assignment` gets the clusters of the members, one run after the other.
   */
  clusterRuns(
    vectors: Int16Array,
    dimensions: number,
    runs: readonly ClusterRun[],
    maxRounds: number,
    assignment: Int32Array,
  ): Float64Array
}

/** A run of k-means. */
export interface ClusterRun {
  /** Numbers of the vectors that it looks at. */
  members: Int32Array
  /** Clusters, at most as many as members. */
  k: number
  /** State of its random numbers: `randomState`. */
  state: Int32Array
}
