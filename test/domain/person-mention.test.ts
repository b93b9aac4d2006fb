import { describe, expect, it } from 'vitest';
import { mentionFinder } from '../../src/domain/person-mention.ts';

describe('mentionFinder', () => {
  it.each([
    ['Ana Brandt', 'We talked to Ana Brandt.'],
    ['Ana Brandt', "ana  BRANDT's budget"],
    ['José García', 'Ask Jose Garcia'],
    ['Jose Garcia', 'Ask José García'],
    ['Dr. Ana Brandt', 'Ana Brandt agrees'],
    ['Ana Brandt, PhD', 'with Ana Brandt'],
    ['Tom Kay – MBA', 'Tom Kay'],
    ['Ana Brandt MBA', 'Ana Brandt'],
    ['Jack Ma', 'Jack Ma said'],
    ['Tom Kay | Growth', 'Tom Kay'],
    ['Kim (Kimmy) Larsen', 'Kim Larsen'],
    ['Lu Ostra', 'Ostra, Lu'],
    ['Lu Maria Ostra', 'Lu Ostra called'],
    ['Lu Maria Ostra', 'Ostra, Lu Maria'],
    ['Иван Петров', 'звонил ИВАН ПЕТРОВ вчера'],
    ['王 小明', '我们问了王小明。'],
    ['王小明', '王 小明 说'],
    ['Yara BLÖM', 'Intro yara-blöm x us'],
  ])('%j is mentioned in %j', (name, text) => {
    expect(mentionFinder([name])!(text)).toBe(true);
  });

  it.each([
    ['Ana Brandt', 'Ana said so; Mr Brandt too'],
    ['Ana Brandt', 'Juliana Brandt'],
    ['Yara Blöm', 'Yara Blömqvist'],
    ['Ana Brandt', ''],
    ['王小明', '王大明说'],
  ])('%j is not mentioned in %j', (name, text) => {
    expect(mentionFinder([name])!(text)).toBe(false);
  });

  it('looks for nobody by a single word, a title or nothing', () => {
    expect(mentionFinder(['Ana', 'Dr. Ana', '', '–', '王'])).toBeNull();
  });
});
