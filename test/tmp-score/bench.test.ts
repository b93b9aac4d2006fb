import { test } from 'vitest';
import { scoreLead } from '../../src/domain/score.ts';
import { classified, icp, input, profile, role } from '../domain/scoring/invented-profiles.ts';
test('bench', () => {
  const FINANCE = icp({ targetTitles: ['CFO','VP Finance','Head of Finance','Finance leaders'], targetIndustries: ['SaaS','Fintech','Payments'], companySizes: ['startup','51-200'], targetKeywords: ['fundraising','billing','Series B','ARR','IPO'], targetLocations:['UK','DACH'], excludeTitles:['Assistant','Recruiter','Student'], excludeCompanies:['Ledgerly'], excludeKeywords:['student']});
  const t0=performance.now(); const n=2000;
  for (let i=0;i<n;i++) { const p = profile({ headline: `Head of Engineering at Foo ${i} | helping CFOs | Speaker`, about: 'word building software for people in the steel industry and other things. '.repeat(25)+i, location:'Berlin, Germany', skills: Array.from({length:30},(_, k)=>`Skill number ${k}`), roles: Array.from({length:6},(_,k)=>role({title:`Senior Software Engineer ${k}`,company:`Company ${k}`,description:'did things with people '.repeat(30),isCurrent:k<2,companyIndustries:['Software Development']}))});
    scoreLead(input({icp:FINANCE, profile:p, classification: classified({industry:'Manufacturing',companyType:'startup'})})); }
  console.log('ms per lead', (performance.now()-t0)/n);
});
