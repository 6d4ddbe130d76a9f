import { commands } from '#commands';
import { version } from '#src/version';

/** What each deployment has of its own. The app's id is the bot's app (client) id in Entra. */
export interface Own {
  readonly appId: string;
  readonly developer: string;
  readonly website: string;
}

/** Stands in teams/manifest.json for what is filled in when the package is made. */
export const placeholders: Own = {
  appId: '{{TEAMS_APP_ID}}',
  developer: '{{TEAMS_DEVELOPER_NAME}}',
  website: '{{TEAMS_DEVELOPER_URL}}',
};

/** Those that people type most: Teams shows ten at most. */
export const offered = [
  'scan',
  'findings',
  'show',
  'ack',
  'fix',
  'approvals',
  'approve',
  'status',
  'digest',
  'help',
] as const;

const commandList = offered.map((name) => {
  const command = commands.find((one) => one.name === name);
  if (!command) throw new Error(`there is no command ${name}`);
  return { title: name, description: command.summary };
});

export const manifest = ({ appId, developer, website }: Own): object => ({
  $schema: 'https://developer.microsoft.com/json-schemas/teams/v1.30/MicrosoftTeams.schema.json',
  manifestVersion: '1.30',
  version,
  id: appId,
  developer: { name: developer, websiteUrl: website, privacyUrl: website, termsOfUseUrl: website },
  name: { short: 'HIPAA', full: 'HIPAA findings of cloud accounts' },
  description: {
    short: 'Scans AWS against HIPAA safeguards and keeps the findings.',
    full: 'Scans AWS accounts against the HIPAA Security Rule, keeps every finding with its history, and lets a security team ask, acknowledge, accept, assign and fix from chat; whoever asks for a change never approves it. Answers are private until they are shared. It reads configuration only, never the contents of a bucket or a database, and expects that no protected health information is typed into chat.',
  },
  icons: { color: 'color.png', outline: 'outline.png' },
  accentColor: '#1F3A5F',
  bots: [
    {
      botId: appId,
      scopes: ['personal', 'team', 'groupChat'],
      isNotificationOnly: false,
      supportsFiles: false,
      // Slash commands reach the bot as messages that only their sender sees.
      supportsTargetedMessages: true,
      commandLists: [
        { scopes: ['personal'], commands: commandList },
        { scopes: ['team', 'groupChat'], triggers: ['slash', 'mention'], commands: commandList },
      ],
    },
  ],
  permissions: ['identity', 'messageTeamMembers'],
  validDomains: [],
});
