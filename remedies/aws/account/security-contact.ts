import { cannot, defineRemedy, harmless, to } from '#src/remedy';

/** What AWS takes. */
const rules = {
  name: /^.{1,64}$/,
  title: /^.{1,50}$/,
  email: /^(?=.{1,254}$)[\w+=.#!&-]+@[\w.-]+\.\w+$/,
  phone: /^[\s0-9()+-]{1,25}$/,
};
const fields = ['name', 'title', 'email', 'phone'] as const;

export default defineRemedy({
  id: 'aws/account/security-contact',
  title: 'Name a security contact',
  cures: ['aws/account/security-contact'],
  kind: 'aws.account',
  fact: 'securityContactDetails',
  risk: 'safe',
  reversibility: { undo: 'fully' },
  settings: { name: '', title: '', email: '', phone: '' },
  desired: (current, { settings }) => {
    if (current !== null) return cannot('the account has a security contact already');
    const missing = fields.filter((field) => settings[field] === '');
    if (missing.length > 0)
      return cannot(
        `set ${missing.join(', ')} of this remedy in the configuration: a team's mailbox and its on-call number, nobody's private ones`,
      );
    const wrong = fields.filter((field) => !rules[field].test(settings[field]));
    if (wrong.length > 0) return cannot(`AWS does not take ${wrong.join(', ')} as the configuration has it`);
    const { name, title, email, phone } = settings;
    return to({ name, title, email, phone });
  },
  consequences: (_facts, { after }) => [
    harmless(
      `AWS writes to ${after?.email} about the security of the account, besides the address of its root user`,
    ),
    harmless('all four are kept with the plan, where those who may see it read them'),
  ],
});
