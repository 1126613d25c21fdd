import type { DemoView, StepReport } from './step.ts';

export interface ViewOptions {
  readonly write: (text: string) => void;
  /** A terminal that can redraw its last line; a log file cannot. */
  readonly live: boolean;
  readonly color: boolean;
  readonly columns: number;
}

const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const TITLE_WIDTH = 34;

/**
 * The terminal view: one line for each step, the running one redrawn with what the workflows are doing.
 * Without a live terminal each line is written once, when its step begins a new workflow job or ends.
 */
export function createTerminalView(options: ViewOptions): DemoView & { close(): void } {
  const paint = options.color ? painted : plain;
  let title = '';
  let detail = '';
  let startedAt = 0;
  let frame = 0;
  const redraw = (): void => {
    const glyph = paint.busy(FRAMES[frame % FRAMES.length] ?? '.');
    frame += 1;
    const seconds = `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;
    const room = Math.max(10, options.columns - TITLE_WIDTH - seconds.length - 8);
    options.write(`\r\u001b[2K  ${glyph}  ${title.padEnd(TITLE_WIDTH)} ${paint.dim(cut(detail, room))} ${seconds}`);
  };
  const timer = options.live ? setInterval(redraw, 120) : null;
  timer?.unref();
  return {
    begin: (step) => {
      title = step.title;
      detail = '';
      startedAt = performance.now();
      if (options.live) redraw();
    },
    progress: (text) => {
      detail = text;
    },
    end: (report) => {
      if (options.live) options.write('\r\u001b[2K');
      options.write(`${lineOf(report, paint)}\n`);
      title = '';
    },
    close: () => {
      if (timer !== null) clearInterval(timer);
    },
  };
}

function lineOf(report: StepReport, paint: Paint): string {
  const seconds = paint.dim(`${(report.durationMs / 1000).toFixed(1).padStart(5)} s`);
  const glyph = report.status === 'done' ? paint.good('✓') : paint.bad('✗');
  return `  ${glyph} ${seconds}  ${report.title.padEnd(TITLE_WIDTH)} ${report.line}`;
}

function cut(text: string, room: number): string {
  return text.length <= room ? text.padEnd(room) : `${text.slice(0, room - 1)}…`;
}

interface Paint {
  good(text: string): string;
  bad(text: string): string;
  busy(text: string): string;
  dim(text: string): string;
}

const plain: Paint = { good: (t) => t, bad: (t) => t, busy: (t) => t, dim: (t) => t };

const painted: Paint = {
  good: (text) => `\u001b[32m${text}\u001b[39m`,
  bad: (text) => `\u001b[31m${text}\u001b[39m`,
  busy: (text) => `\u001b[36m${text}\u001b[39m`,
  dim: (text) => `\u001b[2m${text}\u001b[22m`,
};
