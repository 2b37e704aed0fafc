// The golden papers and scores come out of the wasm module as they do natively (see suite/golden.rs).
import assert from "node:assert/strict";
import { test } from "node:test";

import { file, glue } from "./engine.mjs";

const golden = (name) => JSON.parse(file(`tests/fixtures/golden/${name}.json`));
const bank = new glue.Bank([file("tests/fixtures/golden/bank.json")]);

for (const { name, ...request } of golden("cases")) {
  test(`the paper ${name} is drawn in wasm as it always has been`, () => {
    const attempt = JSON.parse(bank.start(JSON.stringify({ ...request, now: 5 })));
    assert.deepEqual(attempt.paper, golden(`${name}.paper`));
    assert.equal(attempt.started, 5);
  });

  test(`the attempt ${name} is marked in wasm as it always has been`, () => {
    const attempt = JSON.stringify(golden(`${name}.attempt`));
    assert.deepEqual(JSON.parse(bank.report(attempt, "zh-CN")), golden(`${name}.report`));
  });
}
