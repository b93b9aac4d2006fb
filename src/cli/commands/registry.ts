import type { Command } from 'commander';
import type { Start } from '../start.ts';
import { declareCalibrate } from './calibrate.ts';
import { declareClient } from './client.ts';
import { declareDemo } from './demo.ts';
import { declareDoctor } from './doctor.ts';
import { declareEnrich } from './enrich.ts';
import { declareEval } from './eval.ts';
import { declareExport } from './export.ts';
import { declareFeedback } from './feedback.ts';
import { declareForget } from './forget.ts';
import { declareIngest } from './ingest.ts';
import { declareLead } from './lead.ts';
import { declareLeads } from './leads.ts';
import { declareMigrate } from './migrate.ts';
import { declarePurge } from './purge.ts';
import { declareQualify } from './qualify.ts';
import { declareRetry } from './retry.ts';
import { declareReview } from './review.ts';
import { declareRun } from './run.ts';
import { declareStatus } from './status.ts';
import { declareSyncIcp } from './sync-icp.ts';
import { declareUsage } from './usage.ts';

/** Every command, in the order in which help shows them. */
export const COMMANDS: readonly ((program: Command, start: Start) => void)[] = [
  declareRun,
  declareClient,
  declareSyncIcp,
  declareIngest,
  declareEnrich,
  declareQualify,
  declareExport,
  declareRetry,
  declareStatus,
  declareLeads,
  declareLead,
  declareReview,
  declareFeedback,
  declareCalibrate,
  declareEval,
  declareUsage,
  declareForget,
  declarePurge,
  declareMigrate,
  declareDoctor,
  declareDemo,
];
