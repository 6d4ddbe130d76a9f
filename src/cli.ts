import { commands } from '#commands';
import { say, write } from './cli/streams.ts';
import { ownVerbs, usage } from './cli/usage.ts';
import { ConfigError, StoreError } from './domain/errors.ts';
import { version } from './version.ts';

/** Each verb's module is loaded only when it is said: a scan needs no Slack, a help text needs no AWS. */
async function run(args: readonly string[]): Promise<number> {
  const [verb, ...rest] = args;
  const wantsHelp = rest.includes('--help') || rest.includes('-h');
  if (verb === undefined || verb === '--help' || verb === '-h' || (verb === 'help' && rest.length === 0)) {
    await write(usage());
    return 0;
  }
  if (verb === '--version' || verb === '-V') {
    await write(`${version}\n`);
    return 0;
  }
  const [asked = ''] = rest;
  const wantsOwn = verb === 'help' && ownVerbs.includes(asked);
  if (wantsHelp || wantsOwn) {
    await write(usage(wantsOwn ? asked : verb));
    return 0;
  }
  switch (verb) {
    case 'scan': {
      if (rest[0] === 'cancel') break;
      const { scanOnce } = await import('./cli/scan.ts');
      const { scanOptions } = await import('./cli/options.ts');
      return scanOnce(scanOptions(rest));
    }
    case 'inventory': {
      const { recordInventory } = await import('./cli/inventory.ts');
      return recordInventory(rest);
    }
    case 'policy': {
      const { printPolicy } = await import('./cli/policy.ts');
      return printPolicy(rest);
    }
    case 'serve': {
      const { serve } = await import('./cli/serve.ts');
      return serve(rest);
    }
    case 'demo': {
      const { demo } = await import('./cli/demo.ts');
      return demo(rest);
    }
  }
  if (!commands.some((c) => c.name === verb)) {
    say(`There is no command "${verb}". \`hipaa --help\` lists them.`);
    return 2;
  }
  const { talk } = await import('./cli/talk.ts');
  return talk(args);
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  if (error instanceof ConfigError) for (const problem of error.problems) say(problem);
  else if (error instanceof StoreError) say(error.message);
  else {
    say(`Something broke that should not have: ${error instanceof Error ? error.message : String(error)}`);
    if (process.argv.includes('--verbose') && error instanceof Error)
      process.stderr.write(`${error.stack}\n`);
  }
  process.exitCode = 2;
}
