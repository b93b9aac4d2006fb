import { fileURLToPath } from 'node:url';

/** The built program; benchmarks are compiled to node_modules/.cache/icp-bench/bench. */
export const PROGRAM = fileURLToPath(new URL('../../../../bin/icp.js', import.meta.url));
/** A benchmark's own child, compiled next to this file. */
export const childOf = (name: string) => fileURLToPath(new URL(`./children/${name}.js`, import.meta.url));
