import { isRefusal } from '#src/chat/lookup';
import { enrolledMessage, enrolMessage, resetMessage } from '#src/chat/views/enrol';
import { refusal } from '#src/chat/views/refusal';
import { arg, defineCommand } from '#src/command';

export default defineCommand({
  name: 'enrol',
  summary: 'Sets up your one-time codes, which the highest tier asks approvers for. Only you see the key.',
  examples: ['enrol', 'enrol code:123456', 'enrol reset:@ravi'],
  role: 'viewer',
  to: 'set up one-time codes',
  args: {
    code: arg.word('the six digits that your authenticator app shows now', {
      label: 'One-time code',
      maxLength: 12,
      askedBy: 'needs',
      secret: true,
    }).named,
    reset: arg.person('for an admin: somebody who lost their app, so that they can enrol anew', {
      askedBy: 'needs',
    }).named,
    needs: arg.list('what a form asks for', ['code'], { unasked: true }),
  },
  needs: ({ reset }) => (reset === undefined ? 'viewer' : 'admin'),
  async run({ code, reset }, call) {
    const { stepUp, people } = call.services;
    if (reset !== undefined) {
      const who = await people.resolve(reset, call);
      if (who === null) return refusal({ says: `Nobody here is known as “${reset}”.`, next: 'Write @name.' });
      const { platform, team } = call.actor;
      // Codes belong to the person, whichever account was named.
      const account = await people.actor(`${platform}:${team}:${who.id}`);
      const outcome = await stepUp.reset(account?.person ?? who.id, call);
      return isRefusal(outcome) ? refusal({ says: outcome.refused }) : resetMessage(who.name);
    }
    if (!stepUp.available)
      return refusal({
        says: 'One-time codes are not set up here: the key that seals their secrets is missing.',
        next: 'Whoever runs the bot sets HIPAA_SECRET_KEY in its environment; docs/install.md tells how.',
      });
    // An authenticator app shows the code in two groups.
    const digits = code?.replace(/[\s-]/g, '');
    // The first code of a new key confirms it; a code of the key in use asks for another one.
    if (digits !== undefined && !(await stepUp.enrolled(call.actor.person))) {
      const outcome = await stepUp.confirm(digits, call);
      return isRefusal(outcome) ? refusal({ says: outcome.refused }) : enrolledMessage();
    }
    const outcome = await stepUp.enrol(call, digits);
    return isRefusal(outcome) ? refusal({ says: outcome.refused }) : enrolMessage(outcome);
  },
});
