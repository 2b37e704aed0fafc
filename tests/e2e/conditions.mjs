// Under which conditions the stories are told: at a desk and in CI as the machine is, in a soak harder ones.

const number = (name, usual) => Number(process.env[name] ?? usual);

export const conditions = {
  /** How many times slower the page's processor is made. */
  slower: number("SIXINTO_SLOWER", 1),
  /** Milliseconds by which each reply of the site may come late; how late it comes is chance. */
  latest: number("SIXINTO_LATEST", 0),
};
