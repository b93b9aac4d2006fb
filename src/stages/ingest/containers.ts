import type { Container } from './container.ts';

/** Every kind of file that holds files, in the order in which they are asked. */
export const CONTAINERS: readonly Container[] = [];
