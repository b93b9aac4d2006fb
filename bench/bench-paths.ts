import { fileURLToPath } from 'node:url';

const fromRoot = (path: string) => fileURLToPath(new URL(`../../../../${path}`, import.meta.url));

/** The built program; benchmarks are compiled to node_modules/.cache/icp-bench/bench. */
export const PROGRAM = fromRoot('bin/icp.js');
export const FIXTURES = fromRoot('fixtures');
/** A benchmark's own child, compiled next to this file. */
export const childOf = (name: string) => fileURLToPath(new URL(`./children/${name}.js`, import.meta.url));
