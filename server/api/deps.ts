/** What the API is made of. */
export interface ApiDeps {
  /** Version of Tidemap. */
  version: string
}
