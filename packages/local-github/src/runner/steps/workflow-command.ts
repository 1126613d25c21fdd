/** `::name key=value,key=value::message`, as actions and scripts print it. */
export interface WorkflowCommand {
  readonly name: string;
  readonly properties: ReadonlyMap<string, string>;
  readonly message: string;
}

/** `null` when the line is no workflow command. */
export function parseWorkflowCommand(line: string): WorkflowCommand | null {
  const match = /^\s*::([A-Za-z][\w-]*)(?:\s+([^:]*(?::(?!:)[^:]*)*))?::(.*)$/s.exec(line);
  const name = match?.[1];
  if (match === null || name === undefined) return null;
  const properties = new Map<string, string>();
  for (const pair of (match[2] ?? '').split(',')) {
    const equals = pair.indexOf('=');
    if (equals > 0) properties.set(pair.slice(0, equals).trim(), unescapeProperty(pair.slice(equals + 1)));
  }
  return { name: name.toLowerCase(), properties, message: unescapeData(match[3] ?? '') };
}

function unescapeData(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

function unescapeProperty(text: string): string {
  return unescapeData(text.replaceAll('%3A', ':').replaceAll('%2C', ','));
}

/** What command lines may do to a step and its job. */
export interface CommandTarget {
  addMask(value: string): void;
  log(line: string): void;
}

/** Handles the lines of one step; keeps the state of `::stop-commands::`. */
export function createCommandReader(target: CommandTarget): (line: string) => void {
  let resumeToken: string | null = null;
  return (line) => {
    if (resumeToken !== null) {
      // A token may begin with a digit, unlike the name of a command.
      if (line.trimStart().toLowerCase().startsWith(`::${resumeToken.toLowerCase()}::`)) resumeToken = null;
      target.log(line);
      return;
    }
    const command = parseWorkflowCommand(line);
    if (command?.name === 'stop-commands') {
      resumeToken = command.message;
      target.log(line);
      return;
    }
    if (command === null) target.log(line);
    else obey(command, line, target);
  };
}

function obey(command: WorkflowCommand, line: string, target: CommandTarget): void {
  switch (command.name) {
    case 'add-mask':
      target.addMask(command.message);
      return;
    case 'error':
    case 'warning':
    case 'notice':
      target.log(`##[${command.name}]${location(command)}${command.message}`);
      return;
    case 'debug':
      target.log(`##[debug]${command.message}`);
      return;
    case 'group':
      target.log(`##[group]${command.message}`);
      return;
    case 'endgroup':
      target.log('##[endgroup]');
      return;
    case 'echo':
    case 'add-matcher':
    case 'remove-matcher':
      return;
    case 'set-output':
    case 'save-state':
    case 'set-env':
    case 'add-path':
      target.log(`##[warning]The \`${command.name}\` command is not obeyed. Write to the environment files instead.`);
      return;
    default:
      target.log(line);
  }
}

function location(command: WorkflowCommand): string {
  const file = command.properties.get('file');
  if (file === undefined) return '';
  const line = command.properties.get('line');
  return line === undefined ? `${file}: ` : `${file}:${line}: `;
}
