/** Random numbers that come again with their seed (mulberry32), and choices made with them. */
export function randomOf(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (below) => Math.floor(next() * below);
  return {
    int,
    chance: (share) => next() < share,
    pick: (list) => list[int(list.length)],
    some: (list, most) => Array.from({ length: 1 + int(most) }, () => list[int(list.length)]),
    text: (length) => Array.from({ length }, () => int(36).toString(36)).join(''),
  };
}
