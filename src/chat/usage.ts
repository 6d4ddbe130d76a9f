import type { Arg, Spoken } from './arguments.ts';

const kinds: Readonly<Record<Arg['kind'], string>> = {
  word: 'word',
  number: 'number',
  flag: '',
  choice: 'choice',
  duration: 'time',
  date: 'date',
  person: 'person',
  rest: 'text',
  list: 'names',
};

function shape(name: string, a: Arg): string {
  const choices = a.choices && a.choices.length <= 6 ? a.choices.join('|') : kinds[a.kind];
  if (a.kind === 'flag') return `--${name}`;
  if (a.positional) return a.choices ? choices : a.kind === 'rest' ? `<${name} …>` : `<${name}>`;
  return `${name}${a.atLeast ?? ':'}<${choices}>`;
}

/** `ack <finding> [for:<time>] <reason …>` */
export function usageOf(command: Spoken): string {
  const parts = Object.entries(command.args)
    .filter(([, a]) => !a.unasked)
    .map(([name, a]) => (a.required ? shape(name, a) : `[${shape(name, a)}]`));
  return [command.name, ...parts].join(' ');
}
