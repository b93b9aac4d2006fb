import { z } from 'zod';

const EARLIEST = Date.UTC(1970, 0, 1);
const LATEST = Date.UTC(2200, 0, 1);

/** When something was, as services and files write it; null for what is missing, no time, or of no year in which it can have been: databases cannot hold those either. */
export const moment = z
  .string()
  .transform((value) => new Date(value))
  .refine((date) => date.getTime() >= EARLIEST && date.getTime() < LATEST)
  .nullish()
  .catch(null);
