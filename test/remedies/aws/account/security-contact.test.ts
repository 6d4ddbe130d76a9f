import remedy from '../../../../remedies/aws/account/security-contact.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

const contact = {
  name: 'Security team',
  title: 'On-call',
  email: 'security@clinic.example',
  phone: '+1 (555) 010-0100',
};

testRemedy(remedy, {
  cures: [
    {
      name: 'there is none',
      current: null,
      settings: contact,
      after: contact,
      facts: { securityContact: false },
    },
  ],
  cannot: [
    {
      name: 'nobody is named',
      current: null,
      because: /set name, title, email, phone of this remedy.*team's mailbox.*nobody's private/,
    },
    { name: 'no number', current: null, settings: { ...contact, phone: '' }, because: /set phone of/ },
    {
      name: 'no mailbox',
      current: null,
      settings: { ...contact, email: 'security', phone: 'ring us' },
      because: /does not take email, phone/,
    },
    {
      name: 'a name of 65 letters',
      current: null,
      settings: { ...contact, name: 'a'.repeat(65) },
      because: /does not take name/,
    },
    {
      name: 'somebody else is named',
      current: { ...contact, name: 'Another team' },
      settings: contact,
      because: /already/,
    },
  ],
  consequences: [
    {
      name: 'who is written to',
      current: null,
      settings: contact,
      verdict: 'safe',
      says: [['safe', /writes to security@clinic\.example/]],
    },
  ],
});
