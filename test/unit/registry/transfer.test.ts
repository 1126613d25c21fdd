import { describe, expect, test } from 'vitest';
import { inParallel } from '../../../packages/registry/src/in-parallel.ts';
import { transferMeter } from '../../../packages/registry/src/transfer-watch.ts';

describe('inParallel', () => {
  test('works on everything, never on more at once than allowed', async () => {
    let running = 0;
    let most = 0;
    const done: number[] = [];

    await inParallel(
      Array.from({ length: 20 }, (_, number) => number),
      3,
      async (number) => {
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setImmediate(resolve));
        running -= 1;
        done.push(number);
      },
    );

    expect(most).toBe(3);
    expect(done.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, number) => number));
  });

  test('begins nothing after a failure, waits for what is under way, and throws the first', async () => {
    const begun: number[] = [];
    const ended: number[] = [];

    const working = inParallel([0, 1, 2, 3, 4], 2, async (number) => {
      begun.push(number);
      if (number === 0) throw new Error('first');
      for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      ended.push(number);
      throw new Error('second');
    });

    await expect(working).rejects.toThrow('first');
    expect(begun).toEqual([0, 1]);
    expect(ended).toEqual([1]);
  });
});

describe('transferMeter', () => {
  test('tells bytes, throughput and time left, every five seconds and at the end', () => {
    let seconds = 0;
    const lines: string[] = [];
    const watch = { progress: (line: string) => void lines.push(line), now: () => new Date(seconds * 1000) };
    const meter = transferMeter(watch, 'Uploading parts', 100e6);

    for (seconds = 1; seconds <= 10; seconds += 1) meter.add(10e6);
    meter.finish();

    expect(lines).toEqual([
      'Uploading parts: 50.0 of 100.0 MB, 10.0 MB/s, 5 s left',
      'Uploading parts: 100.0 of 100.0 MB, 10.0 MB/s',
      'Uploading parts: 100.0 of 100.0 MB, 9.1 MB/s',
    ]);
  });

  test('tells nothing of a transfer without a byte', () => {
    const lines: string[] = [];
    const watch = { progress: (line: string) => void lines.push(line), now: () => new Date(0) };

    transferMeter(watch, 'Uploading parts', 0).finish();

    expect(lines).toEqual([]);
  });
});
