/** Nothing, or punctuation, stands before a token; a phrase may not reach across a break. */
export const AFTER_BREAK = 1
/** The token is joined to the one before it by a hyphen: `self` `-supervised`. */
export const AFTER_HYPHEN = 2
/** A sentence ended before the token; the first token of a text has no such flag. */
export const AFTER_SENTENCE = 4
/** A bracket opened before the token, or closed. */
export const AFTER_OPEN = 8
export const AFTER_CLOSE = 16
/** A colon stands before the token. */
export const AFTER_COLON = 32
