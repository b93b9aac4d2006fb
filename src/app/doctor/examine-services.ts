import type { Settings } from '../../config/settings.ts';
import type { Asking, Probe } from '../../providers/probe.ts';
import { probeActor, probeApify } from '../../providers/probe-apify.ts';
import { probeFathom } from '../../providers/probe-fathom.ts';
import { probeModel } from '../../providers/probe-openai.ts';
import type { ClockReadings } from './clock-readings.ts';
import { type Finding, fine } from './finding.ts';

const TIME_LIMIT_MS = 10_000;

/** Each key that is needed or set, the models and the actor, by calls that cost nothing, all at once. */
export async function examineServices(
  settings: Settings,
  signal: AbortSignal,
  clock: ClockReadings,
): Promise<Finding[]> {
  const asking: Asking = {
    fetch,
    signal,
    timeLimitMs: TIME_LIMIT_MS,
    onClock: (host, aheadMs) => clock.add(host, aheadMs),
  };
  const examinations = [
    examineKey('APIFY_TOKEN', settings.apifyToken, settings, () => examineApify(settings, asking)),
    examineKey('OPENAI_API_KEY', settings.openaiApiKey, settings, () => examineModels(settings, asking)),
    examineKey('JINA_API_KEY', settings.jinaApiKey, settings, async () => [
      fine('JINA_API_KEY', 'set; not tried out, since Jina documents no call that is free'),
    ]),
  ];
  // Only `icp sync-icp` needs it, and that not always: nothing is said where it is not set.
  if (settings.fathomApiKey !== undefined) {
    examinations.push(
      examineKey('FATHOM_API_KEY', settings.fathomApiKey, settings, async () => [
        named('FATHOM_API_KEY', await probeFathom(settings, asking, new Date())),
      ]),
    );
  }
  return (await Promise.all(examinations)).flat();
}

async function examineKey(
  what: string,
  key: string | undefined,
  { offline }: Settings,
  examineFurther: () => Promise<Finding[]>,
): Promise<Finding[]> {
  if (offline) return [{ what, state: 'unneeded', found: 'not needed with --offline', fix: null }];
  if (key !== undefined) return examineFurther();
  const fix = `set ${what} in the environment or in .env, or use --offline`;
  return [{ what, state: 'wrong', found: 'not set', fix }];
}

async function examineApify(settings: Settings, asking: Asking): Promise<Finding[]> {
  const [{ token, credit }, actor] = await Promise.all([
    probeApify(settings, asking),
    probeActor(settings, asking),
  ]);
  return [
    named('APIFY_TOKEN', token),
    ...(credit === null ? [] : [named('Apify credit', credit)]),
    named('Apify actor', actor),
  ];
}

async function examineModels(settings: Settings, asking: Asking): Promise<Finding[]> {
  const { embeddingModel, classifierModel, extractorModel } = settings;
  const [embedding, classifier, extractor] = await Promise.all([
    probeModel(settings, embeddingModel, 'ICP_EMBEDDING_MODEL', asking),
    probeModel(settings, classifierModel, 'ICP_CLASSIFIER_MODEL', asking),
    // As it comes it is the same model.
    extractorModel === classifierModel
      ? null
      : probeModel(settings, extractorModel, 'ICP_EXTRACTOR_MODEL', asking),
  ]);
  return [
    named('embedding model', embedding),
    named('classifier model', classifier),
    ...(extractor === null ? [] : [named('extractor model', extractor)]),
  ];
}

function named(what: string, probe: Probe): Finding {
  return { what, ...probe };
}
