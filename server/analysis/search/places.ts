/** Places from here on are in the abstract; a title's words beyond the thousandth are not indexed. */
export const ABSTRACT_START = 1024
