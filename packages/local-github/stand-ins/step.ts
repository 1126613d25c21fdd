import { randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';

/** How a stand-in talks to the runner: the same variables, files and commands as the actions it stands for. */

export function input(name: string): string {
  return (process.env[`INPUT_${name.toUpperCase().replaceAll(' ', '_')}`] ?? '').trim();
}

export function requiredInput(name: string): string {
  const value = input(name);
  if (value === '') throw new Error(`Input required and not supplied: ${name}`);
  return value;
}

export function booleanInput(name: string): boolean {
  const value = input(name);
  if (/^(?:true|True|TRUE)$/.test(value)) return true;
  if (/^(?:false|False|FALSE)$/.test(value)) return false;
  throw new Error(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}`);
}

/** Lines of an input that takes several values. */
export function lines(name: string): readonly string[] {
  return input(name)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Refuses an input that the stand-in cannot honour. */
export function refuseInput(name: string, allowed: readonly string[]): void {
  const value = input(name);
  if (allowed.includes(value)) return;
  throw new Error(
    `Input "${name}" is "${value}"; the local stand-in supports ${allowed.map((each) => `"${each}"`).join(', ')} only.`,
  );
}

export function variable(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`The runner did not set ${name}.`);
  return value;
}

export function info(line: string): void {
  process.stdout.write(`${line}\n`);
}

export function warning(message: string): void {
  process.stdout.write(`::warning::${escapeData(message)}\n`);
}

export function addMask(value: string): void {
  process.stdout.write(`::add-mask::${escapeData(value)}\n`);
}

export function setOutput(name: string, value: string | number): void {
  appendPair('GITHUB_OUTPUT', name, String(value));
}

export function saveState(name: string, value: string): void {
  appendPair('GITHUB_STATE', name, value);
}

export function savedState(name: string): string {
  return process.env[`STATE_${name}`] ?? '';
}

export function addPath(folder: string): void {
  appendFileSync(variable('GITHUB_PATH'), `${folder}\n`);
}

/** Runs a stand-in; a fault fails the step with one line. */
export async function runStandIn(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    process.stdout.write(`::error::${escapeData(error instanceof Error ? error.message : String(error))}\n`);
    process.exitCode = 1;
  }
}

function appendPair(file: string, name: string, value: string): void {
  const delimiter = `ghadelimiter_${randomUUID()}`;
  appendFileSync(variable(file), `${name}<<${delimiter}\n${value}\n${delimiter}\n`);
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
