import { startTeamsDemo } from './kit/teams/playground/demo.ts';
import { launch, openScreen } from './kit/teams/playground/browser.ts';
const d = await startTeamsDemo(); const b = await launch();
try {
const a = await openScreen(b, d.ann, 1000); const o = await openScreen(b, d.bob, 1000);
await a.card(/Say “help”/).waitFor(); await a.picture('y-0');
await a.page.getByRole('button', {name:/close/i}).first().click().catch(e=>console.log('close', e.message.slice(0,300)));
await a.say('scan'); await a.card(/has finished/).waitFor(); await a.picture('y-1');
await a.say('findings'); const list=a.card(/open findings/); await list.waitFor();
await list.scrollIntoViewIfNeeded(); await a.page.waitForTimeout(400); await a.picture('y-2');
await a.press(list, 'Show F-155PG'); const f=a.card(/What should be true/); await f.waitFor(); await a.page.waitForTimeout(400); await a.picture('y-3');
await a.press(f, 'Fix'); const plan=a.card(/Nothing has been changed/); await plan.waitFor(); await a.page.waitForTimeout(400); await a.picture('y-4');
await a.press(plan, 'Request approval'); await a.page.waitForTimeout(800); await a.picture('y-5');
const form=a.card(/Request a fix/);
await form.getByRole('textbox').fill('The laboratory gets a private link instead.'); await a.press(form,'Request');
await a.card(/Waiting for approval/).waitFor(); await a.page.waitForTimeout(400); await a.picture('y-6');
const r=o.card(/Waiting for approval/); await r.waitFor(); await o.page.waitForTimeout(400); await o.picture('y-7');
await o.press(r,'Approve'); const form2=o.card(/Typed confirmation/); await form2.getByRole('textbox').fill('esults'); await o.picture('y-8'); await o.press(form2,'Approve');
await o.card(/Applied and verified/).waitFor(); await a.card(/Applied and verified/).waitFor(); await o.page.waitForTimeout(600);
await o.picture('y-9'); await a.picture('y-10');
} catch(e) { console.log(e); }
await b.close(); console.log(await d.stop()); process.exit();
