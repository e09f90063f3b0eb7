/**
 * Diversity of topics, 0–1: distinct words ÷ words, over the top words of all topics; 1 where no two topics share one.
 * Formula: Dieng, Ruiz and Blei, TACL 8 (2020), there with 25 words a topic. Null where there are no words.
 */
export function topicDiversity(topics: readonly (readonly string[])[]): number | null {
  const words = topics.flat()
  return words.length === 0 ? null : new Set(words).size / words.length
}
