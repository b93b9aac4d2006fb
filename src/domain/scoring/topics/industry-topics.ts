import { BUILDING_TOPICS } from './building-topics.ts';
import { BUSINESS_TOPICS } from './business-topics.ts';
import { EDUCATION_TOPICS } from './education-topics.ts';
import { ENERGY_TOPICS } from './energy-topics.ts';
import { FINANCE_TOPICS } from './finance-topics.ts';
import { FOOD_TOPICS } from './food-topics.ts';
import { GOODS_TOPICS } from './goods-topics.ts';
import { HEALTH_TOPICS } from './health-topics.ts';
import type { IndustryTopic } from './industry-topic.ts';
import { LEISURE_TOPICS } from './leisure-topics.ts';
import { MACHINE_TOPICS } from './machines-topics.ts';
import { MARKETING_TOPICS } from './marketing-topics.ts';
import { MATERIAL_TOPICS } from './materials-topics.ts';
import { MEDIA_TOPICS } from './media-topics.ts';
import { PUBLIC_TOPICS } from './public-topics.ts';
import { SOFTWARE_TOPICS } from './software-topics.ts';
import { TECHNOLOGY_TOPICS } from './technology-topics.ts';
import { TRADE_TOPICS } from './trade-topics.ts';
import { TRANSPORT_TOPICS } from './transport-topics.ts';

/**
 * All topics. A company of a narrower topic satisfies a client who wants a wider one, so makers of food are within consumer goods; a vendor is never
 * within the industry that it serves. Words for what a person does ("accounting", "security") are left out, or are labels only.
 */
export const INDUSTRY_TOPICS: readonly IndustryTopic[] = [
  ...FOOD_TOPICS,
  ...GOODS_TOPICS,
  ...MATERIAL_TOPICS,
  ...MACHINE_TOPICS,
  ...BUILDING_TOPICS,
  ...ENERGY_TOPICS,
  ...TRADE_TOPICS,
  ...TRANSPORT_TOPICS,
  ...LEISURE_TOPICS,
  ...MEDIA_TOPICS,
  ...BUSINESS_TOPICS,
  ...MARKETING_TOPICS,
  ...FINANCE_TOPICS,
  ...TECHNOLOGY_TOPICS,
  ...SOFTWARE_TOPICS,
  ...HEALTH_TOPICS,
  ...EDUCATION_TOPICS,
  ...PUBLIC_TOPICS,
];
