// The command `sixinto`, as a trainer runs it.
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** What the command prints, whichever code it ends with. Meanwhile others go on. @param {string[]} args */
export async function sixinto(...args) {
  const built = process.env.SIXINTO_PROGRAM;
  const [program, before] = built ? [built, []] : ["cargo", ["run", "--quiet", "--package=sixinto", "--"]];
  const ended = promisify(execFile)(program, [...before, ...args], { cwd: root });
  const { stdout } = await ended.catch((error) => {
    if (typeof error.code !== "number") throw error;
    return error;
  });
  return stdout;
}
