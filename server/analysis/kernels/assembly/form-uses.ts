/**
 * Adds, for the papers from…to, how often each form is in abstracts, and in running text (abstracts, or titles where there is none): two Int32 a form for each thread. `starts`, `abstractStarts`,
 * `tokens` (their forms): Int32.
 */
export function formUses(
  from: i32,
  to: i32,
  thread: i32,
  starts: usize,
  abstractStarts: usize,
  tokens: usize,
  forms: i32,
  uses: usize,
): void {
  const own = uses + ((<usize>(thread * forms)) << 3)
  for (let paper = from; paper < to; paper++) {
    const last = load<i32>(starts + ((<usize>paper) << 2), 4)
    const abstractStart = load<i32>(abstractStarts + ((<usize>paper) << 2))
    const hasAbstract = abstractStart < last
    const end = tokens + ((<usize>last) << 2)
    const first = hasAbstract ? abstractStart : load<i32>(starts + ((<usize>paper) << 2))
    const added = hasAbstract ? <i64>0x100000001 : <i64>0x100000000
    for (let at = tokens + ((<usize>first) << 2); at < end; at += 4) {
      const form = own + ((<usize>load<i32>(at)) << 3)
      store<i64>(form, load<i64>(form) + added)
    }
  }
}
