import type { DemoView, StepReport } from './step.ts';

export interface ViewOptions {
  readonly write: (text: string) => void;
  /** A terminal that can redraw its last line; a log file cannot. */
  readonly live: boolean;
  readonly color: boolean;
  /** Width of a live terminal, which may change; nothing is cut elsewhere. */
  readonly columns: () => number;
}

export interface TerminalView extends DemoView {
  /** Takes the running line away; nothing is written afterwards. */
  close(): void;
}

const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const TITLE_WIDTH = 34;
/** Back to the beginning of the line, and everything on it gone. */
const CLEAR = '\r\u001b[2K';

/**
 * The terminal view: one line for each step, the running one redrawn with what the workflows are doing.
 * Without a live terminal each line is written once, when its step begins a new workflow job or ends.
 */
export function createTerminalView(options: ViewOptions): TerminalView {
  const paint = options.color ? painted : plain;
  let title = '';
  let detail = '';
  let startedAt = 0;
  let frame = 0;
  let closed = false;
  const redraw = (): void => {
    if (title === '') return;
    const glyph = paint.busy(FRAMES[frame % FRAMES.length] ?? '.');
    frame += 1;
    const seconds = `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;
    const name = title.padEnd(TITLE_WIDTH);
    const room = Math.max(0, options.columns() - name.length - seconds.length - 8);
    options.write(`${CLEAR}  ${glyph}  ${name} ${paint.dim(cut(detail, room).padEnd(room))} ${seconds}`);
  };
  const timer = options.live ? setInterval(redraw, 120) : null;
  timer?.unref();
  return {
    begin: (step) => {
      if (closed) return;
      title = step.title;
      detail = '';
      startedAt = performance.now();
      if (options.live) redraw();
    },
    progress: (text) => {
      detail = text;
    },
    end: (report) => {
      if (closed) return;
      const room = options.live ? options.columns() - 1 : Number.POSITIVE_INFINITY;
      options.write(`${options.live ? CLEAR : ''}${lineOf(report, paint, room)}\n`);
      title = '';
    },
    close: () => {
      if (timer !== null) clearInterval(timer);
      if (options.live && title !== '') options.write(CLEAR);
      title = '';
      closed = true;
    },
  };
}

/** One finished line, cut to the room there is. */
function lineOf(report: StepReport, paint: Paint, room: number): string {
  const seconds = `${(report.durationMs / 1000).toFixed(1).padStart(5)} s`;
  const glyph = report.status === 'done' ? paint.good('✓') : paint.bad('✗');
  const text = cut(`${report.title.padEnd(TITLE_WIDTH)} ${report.line}`, room - seconds.length - 6);
  return `  ${glyph} ${paint.dim(seconds)}  ${text}`;
}

function cut(text: string, room: number): string {
  return text.length <= room ? text : `${text.slice(0, Math.max(0, room - 1))}…`;
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
