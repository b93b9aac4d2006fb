import { readFile } from 'node:fs/promises';
import { test } from 'vitest';
import { parseIcp } from '../../src/config/icp-file.ts';
import { icpText } from '../../src/domain/icp.ts';
import { scoreLead } from '../../src/domain/score.ts';
import { calibrateRelevance, calibrateSimilarity } from '../../src/domain/scoring/calibration.ts';
import { FINANCE_LEADERS, FINANCE_TRAPS, MARKETING_LEADERS, fixturePeople } from '../support/fixture-profiles.ts';
import { createLocalEmbedder } from '../../src/providers/local-embedder.ts';
import { createLocalClassifier } from '../../src/providers/local-classifier.ts';
import { createLocalReranker } from '../../src/providers/local-reranker.ts';
test('fx', async () => {
  const people = await fixturePeople();
  const signal = new AbortController().signal;
  const e = createLocalEmbedder(), c = createLocalClassifier(), r = createLocalReranker();
  for (const name of ['icp-finance.yaml','icp-marketing.yaml']) {
    const icp = parseIcp(await readFile(new URL(`../../fixtures/${name}`, import.meta.url),'utf8'), name);
    const texts=[...people.values()].map(p=>p.text);
    const { vectors:[q] } = await e.embed([icpText(icp)], signal);
    const rows=[];
    for (const [n,p] of people) {
      const v=(await e.embed([p.text],signal)).vectors[0]!;
      const cos=v.reduce((s,x,i)=>s+x*q![i]!,0);
      const rr=(await r.rerank(icpText(icp),[p.text],signal)).scores[0]!;
      const cl=(await c.classify(p.text,signal)).classification;
      const s=scoreLead({icp,profile:p.profile,classification:cl,semantic:calibrateSimilarity(e.model,cos),relevance:calibrateRelevance(r.model,rr)});
      rows.push({n,s,cos,rr,cl});
    }
    rows.sort((a,b)=>(b.s.score??-1)-(a.s.score??-1));
    console.log('=====',name);
    for (const {n,s,cos,rr} of rows) console.log(`${s.score ?? '-'}`.padStart(5), (FINANCE_LEADERS.includes(n)?'F':FINANCE_TRAPS.includes(n)?'T':MARKETING_LEADERS.includes(n)?'M':' '), `cos ${cos.toFixed(3)} rr ${rr.toFixed(3)}`, n,'|', s.reasoning, process.env.PARTS? '\n        '+s.parts.map(p=>`${p.name} ${p.points}/${p.possible} «${p.reason}» [${p.quote}]`).join('\n        '):'');
  }
});
