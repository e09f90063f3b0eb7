/** Numbers of a paper in `LinesRead.places`: its line from … to, LF included; tokens of its title, and of both; its values from … to. */
export const PAPER_NUMBERS = 16
export const [LINE_END, TITLE_TOKENS, TOKENS, ID, TITLE, ABSTRACT, DATE, VENUE, SOURCE] = [1, 2, 3, 4, 6, 8, 10, 12, 14]

/** What is read and written beyond the end of something, sixteen signs at a time. */
export const MARGIN = 64
