/**
 * How long a look-up of paid answers waits for others, in milliseconds: leads whose runs end together ask together, three statements for all of them
 * instead of three for each. Nothing against the call that follows where nothing is found.
 */
export const LOOK_UP_LINGER_MS = 15;
