import { openSlack } from '../kit/chats/slack.ts';
import { openTeams } from '../kit/chats/teams.ts';
import { openTerminal } from '../kit/chats/terminal.ts';
import { testAdapter } from '../kit/test-adapter.ts';

testAdapter('slack', openSlack);
testAdapter('teams', openTeams);
testAdapter('terminal', openTerminal, {
  repeats: 'nothing delivers a typed line again',
  edits: 'paper is not written over: the new state is printed below',
  mentions: 'a terminal calls nobody',
});
