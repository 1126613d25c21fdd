import { ActionError } from '@gatehouse/core';
import { readPredictionCells } from '@gatehouse/tables';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csv, modelWith } from './fixture-model.ts';

const IDS = { ids: ['1', '2'] };
const GOOD = ['id,prediction,score', '2,no,0.25', '1,yes,1'];

function refusalOf(bytes: Uint8Array): ActionError {
  try {
    readPredictionCells(bytes, modelWith(), IDS);
  } catch (error) {
    if (error instanceof ActionError) return error;
    throw error;
  }
  throw new Error('the table was accepted');
}

describe('readPredictionCells', () => {
  it('reads rows in any order', () => {
    const read = readPredictionCells(csv(...GOOD), modelWith(), IDS);

    expect(read.get('1')).toEqual(['yes', 1]);
    expect(read.get('2')).toEqual(['no', 0.25]);
  });

  it('reads columns in any order and CRLF', () => {
    const bytes = new TextEncoder().encode('score,id,prediction\r\n0.5,1,no\r\n1e-7,2,yes\r\n');

    expect(readPredictionCells(bytes, modelWith(), IDS).get('2')).toEqual(['yes', 1e-7]);
  });

  it.each([
    ['the label', csv('id,prediction,score,deny', '1,yes,1,yes', '2,no,0,no'), 'label, protected or control columns'],
    ['the protected column', csv('id,prediction,score,race', '1,yes,1,a', '2,no,0,b'), 'columns "race"'],
    [
      'a protected column in other letters',
      csv('id,prediction,score, Race', '1,yes,1,a', '2,no,0,b'),
      'columns " Race"',
    ],
    ['a control column', csv('id,prediction,score,dept', '1,yes,1,a', '2,no,0,b'), 'columns "dept"'],
    ['another column', csv('id,prediction,score,note', '1,yes,1,a', '2,no,0,b'), 'the columns "note"'],
    ['no score', csv('id,prediction', '1,yes', '2,no'), 'no column "score"'],
    ['a missing id', csv('id,prediction,score', '1,yes,1'), 'no row for 1 of 2 ids, for example "2"'],
    ['a repeated id', csv('id,prediction,score', '1,yes,1', '1,yes,1'), 'predictions:3: the id "1" again'],
    ['an unknown id', csv('id,prediction,score', '1,yes,1', '3,no,0'), 'predictions:3: the id "3"'],
    ['an id with a space', csv('id,prediction,score', '1,yes,1', ' 2,no,0'), 'the id " 2"'],
    ['too many rows', csv(...GOOD, '3,no,0'), '3 rows'],
    ['no rows', csv('id,prediction,score'), 'no row for 2 of 2 ids'],
    ['nothing', csv(), 'predictions:'],
    ['another label', csv('id,prediction,score', '1,1,1', '2,no,0'), 'predictions:2: the prediction "1"'],
    ['an empty label', csv('id,prediction,score', '1,,1', '2,no,0'), 'the prediction ""'],
    ['ragged rows', csv('id,prediction,score', '1,yes', '2,no'), 'and 1 more faults in the table'],
    ['binary bytes', new Uint8Array([0x80, 0x04, 0x95]), 'bytes that are not UTF-8'],
  ])('refuses %s', (_, bytes, message) => {
    const refusal = refusalOf(bytes);

    expect(refusal.code).toBe('refused');
    expect(refusal.reasonCode).toBe('predictions-refused');
    expect(refusal.message).toContain(message);
  });

  it.each([
    '',
    ' 0.5',
    '0.5 ',
    '0,5',
    '.5',
    '1.',
    '-0',
    '+1',
    '-0.1',
    '1.0000001',
    '2',
    '1e400',
    'NaN',
    'nan',
    'Infinity',
    'inf',
    '0x1',
    '1_0',
    '٠',
    '00.5',
    `0.${'3'.repeat(70)}`,
  ])('refuses the score %j', (score) => {
    expect(refusalOf(csv('id,prediction,score', `1,yes,"${score}"`, '2,no,0')).message).toContain('the score');
  });

  it('accepts every number from 0 to 1 as JavaScript writes it', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (score) => {
        const bytes = csv('id,prediction,score', `1,yes,${Math.abs(score)}`, '2,no,0');

        expect(readPredictionCells(bytes, modelWith(), IDS).get('1')).toEqual(['yes', Math.abs(score)]);
      }),
    );
  });

  it('never throws anything but a refusal on arbitrary bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(refusalOf(bytes).reasonCode).toBe('predictions-refused');
      }),
    );
  });
});
