import { existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** Why there is no browser; null if there is one. */
export const chromiumMissing = (): string | null =>
  existsSync(executablePath)
    ? null
    : `there is no ${executablePath}: install chromium, or name it in CHROMIUM`;

/** Where pictures are kept for whoever wants to look: CI names a folder. */
export const picturesIn = process.env['SCREENSHOTS'] ?? join(tmpdir(), 'hipaa-screenshots');

export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

/** The page of one Playground, as a person uses it. */
export interface Screen {
  readonly page: Page;
  say(text: string): Promise<void>;
  /** The newest card in which this is written. */
  card(text: string | RegExp): Locator;
  press(card: Locator, title: string): Promise<void>;
  /** Of the card, or of the whole window. */
  picture(name: string, of?: Locator): Promise<void>;
}

const patienceMs = 20_000;

/** Opens it in the personal chat. Nothing but this machine is asked. */
export async function openScreen(browser: Browser, url: string, height = 2200): Promise<Screen> {
  const page = await browser.newPage({ viewport: { width: 1280, height }, deviceScaleFactor: 1 });
  page.setDefaultTimeout(patienceMs);
  await page.route('**/*', (route) =>
    /^https?:\/\/(localhost|127\.0\.0\.1)[:/]/.test(route.request().url()) ? route.continue() : route.abort(),
  );
  await page.goto(url);
  return {
    page,
    async say(text) {
      const box = page.getByRole('textbox').last();
      await box.click();
      await box.pressSequentially(text);
      await box.press('Enter');
    },
    card: (text) => page.locator('.ac-adaptiveCard').filter({ hasText: text }).last(),
    async press(card, title) {
      await card.getByRole('button', { name: title, exact: true }).last().click();
    },
    async picture(name, of) {
      mkdirSync(picturesIn, { recursive: true });
      await (of ?? page).screenshot({ path: join(picturesIn, `${name}.png`), animations: 'disabled' });
    },
  };
}
