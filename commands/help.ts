import { allowed, denied } from '#src/chat/authorise';
import { nearest } from '#src/chat/suggest';
import { helpMessage, verbHelp } from '#src/chat/views/help';
import { refusal } from '#src/chat/views/refusal';
import { arg, defineCommand } from '#src/command';

export default defineCommand({
  name: 'help',
  summary: 'Lists what you may do here; with a verb, how it is said.',
  examples: ['help', 'help findings'],
  role: 'viewer',
  open: true,
  args: { verb: arg.word('a verb to explain', { after: ['me', 'with'] }).optional },
  async run({ verb }, { actor, services }) {
    const mine = allowed(services.registry, actor);
    if (verb === undefined) return helpMessage(mine, actor);
    const name = verb.toLowerCase();
    const found = services.registry.find((c) => c.name === name);
    if (!found) {
      const near = nearest(
        name,
        mine.map((c) => c.name),
      );
      return refusal({
        says: `There is no command “${verb}”.`,
        ...(near === undefined
          ? { next: 'Say `help` to see what you can do.' }
          : { didYouMean: `help ${near}` }),
      });
    }
    const no = denied(actor, found, found.role, services.people);
    return no ? refusal({ says: no.says }) : verbHelp(found);
  },
});
