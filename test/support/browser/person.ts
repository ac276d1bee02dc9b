// Somebody at the sandbox's page, who counts what they do: a command, something typed, a choice, a submit and a press are one each.

import type { Locator, Page } from 'playwright-core';

export class Person {
  actions = 0;
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** The form of a command, found with the keyboard alone. */
  async command(name: string): Promise<Locator> {
    this.actions += 1;
    await this.page.locator('#messages').focus();
    await this.page.keyboard.press('/');
    await this.page.getByRole('combobox', { name: 'Find a command' }).fill(name);
    await this.page
      .getByRole('option', { selected: true })
      .filter({ hasText: `/${name}` })
      .waitFor();
    await this.page.keyboard.press('Enter');
    const form = this.page.getByRole('dialog', { name: 'Run a command' });
    await form.getByRole('heading', { name: `/${name}`, exact: true }).waitFor();
    return form;
  }

  /** Into the field of an option, by its label. */
  async type(form: Locator, option: string, text: string): Promise<void> {
    this.actions += 1;
    await field(form, option).fill(text);
  }

  /** In a menu, by its label. */
  async choose(form: Locator, option: string, choice: string): Promise<void> {
    this.actions += 1;
    await field(form, option).selectOption({ label: choice });
  }

  /** From what the bot offers while somebody types, with the keyboard. */
  async complete(form: Locator, option: string, text: string, suggestion: RegExp): Promise<void> {
    this.actions += 1;
    const box = field(form, option);
    await box.fill(text);
    await form.getByRole('option', { name: suggestion }).first().waitFor();
    const isMarked = form.getByRole('option', { name: suggestion, selected: true });
    const offered = await form.getByRole('option').count();
    for (let pressed = 0; pressed < offered && !(await isMarked.count()); pressed += 1) await box.press('ArrowDown');
    await box.press('Enter');
  }

  /** Sends the form of a command and waits until it is gone. */
  async run(form: Locator): Promise<void> {
    this.actions += 1;
    await form.getByRole('button', { name: 'Run' }).press('Enter');
    await form.waitFor({ state: 'hidden' });
  }

  async press(button: Locator): Promise<void> {
    this.actions += 1;
    await button.click();
  }

  /** Which channel or thread is open; not counted, since reading is not setting up. */
  async open(name: RegExp): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Channels' }).getByRole('button', { name }).click();
  }

  async become(role: 'moderator' | 'member'): Promise<void> {
    await this.page.getByRole('radio', { name: role }).check();
  }

  /** The newest message that only this person sees and that has these words. */
  async readAnswer(words: RegExp): Promise<Locator> {
    const answer = this.#answers().filter({ hasText: words }).last();
    await answer.waitFor();
    return answer;
  }

  countAnswers(): Promise<number> {
    return this.#answers().count();
  }

  #answers(): Locator {
    return this.page.getByRole('article').filter({ hasText: 'Only you can see this' });
  }
}

/** A label ends with “optional” where the option is. */
function field(form: Locator, option: string): Locator {
  return form.getByLabel(new RegExp(`^${option}( optional)?$`));
}
