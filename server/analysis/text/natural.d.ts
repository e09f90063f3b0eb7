// natural ships no types for single files, and its index loads database drivers.
declare module 'natural/lib/natural/stemmers/*' {
  const stemmer: { stem(token: string): string }
  export default stemmer
}
declare module 'natural/lib/natural/util/*' {
  const list: { words: string[] }
  export default list
}
