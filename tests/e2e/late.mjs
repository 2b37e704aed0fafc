// A site whose replies come late, each by as much as chance has it: what goes wrong only when answers overtake each other
// goes wrong here.
import { createServer, request } from "node:http";
import { after } from "node:test";
import { setTimeout } from "node:timers/promises";

import { conditions } from "./conditions.mjs";

/** Those that were begun. They end with all stories, and not with the one that asked for the site first. */
const servers = [];
after(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

/** Waits as long as chance has it, up to what the conditions allow. */
export const late = () => conditions.latest && setTimeout(Math.random() * conditions.latest);

/** Another address of a site, where its replies come late. @param {string} address */
export async function lateAt(address) {
  const { hostname, port } = new URL(address);
  const server = createServer((asked, answer) => {
    const { method, headers, url: path } = asked;
    const there = { hostname, port, path, method, headers: { ...headers, host: `${hostname}:${port}` } };
    // A connection of its own: one that is used again may be closed by the other side at that very moment.
    const ask = request({ ...there, agent: false }, async (came) => {
      await late();
      answer.writeHead(came.statusCode, came.headers);
      came.pipe(answer);
    });
    asked.pipe(ask.on("error", () => answer.destroy()));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  servers.push(server);
  return `http://127.0.0.1:${server.address().port}/`;
}
