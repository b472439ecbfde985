import { writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Wire } from './wire.ts';

/** A page that shares the processors with a whole system is slow. */
const PATIENCE_MS = 45_000;
const RETRY_MS = 100;
const KEYS = { Enter: 13, Escape: 27, Tab: 9, ArrowRight: 39 } as const;
/** A page has fewer places for the Tab key. */
const STOPS_MAX = 80;
const FOCUS_PATIENCE_MS = 1_000;

interface Handle {
  objectId: string;
}

interface AccessibleNode {
  backendDOMNodeId?: number;
  ignored: boolean;
  role?: { value?: string };
  name?: { value?: string };
}

/** What a screen reader says of the place where the keys go. */
export interface Focus {
  role: string;
  name: string;
  /** It is on the screen, with a ring around it or around its label. */
  isVisible: boolean;
}

const FOCUS_IS_VISIBLE = `(() => {
  const focused = document.activeElement;
  const { top, bottom } = focused.getBoundingClientRect();
  const isRinged = (element) => {
    const { outlineStyle, outlineWidth, opacity } = getComputedStyle(element);
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && opacity !== '0';
  };
  const isOnScreen = bottom > 0 && top < innerHeight;
  return isOnScreen && [focused, ...(focused.labels ?? [])].some((element) => isRinged(element));
})()`;

/** One tab as a person uses it: things are found by role and name, as a screen reader says them. */
export class Tab {
  private readonly wire: Wire;
  /** What the page logged as an error or threw. */
  readonly complaints: string[] = [];

  private constructor(wire: Wire) {
    this.wire = wire;
    wire.on('Runtime.exceptionThrown', (event) => this.complaints.push(JSON.stringify(event)));
    wire.on('Log.entryAdded', (event) => {
      // What the browser only mentions, as that a place had the focus already, is none.
      const { level } = (event as { entry: { level: string } }).entry;
      if (level === 'warning' || level === 'error') this.complaints.push(JSON.stringify(event));
    });
    wire.on('Runtime.consoleAPICalled', (event) => {
      if ((event as { type: string }).type === 'error') this.complaints.push(JSON.stringify(event));
    });
  }

  static async open(browserUrl: string): Promise<Tab> {
    const browser = await Wire.connect(browserUrl);
    const { browserContextId } = await browser.send<{ browserContextId: string }>('Target.createBrowserContext');
    const target = { url: 'about:blank', browserContextId };
    const { targetId } = await browser.send<{ targetId: string }>('Target.createTarget', target);
    browser.close();
    const tab = new Tab(await Wire.connect(`${new URL(browserUrl).origin}/devtools/page/${targetId}`));
    for (const domain of ['Page', 'Runtime', 'DOM', 'Accessibility', 'Log']) await tab.wire.send(`${domain}.enable`);
    // A picture of the whole page has no bar, and would be drawn wider than it is kept.
    await tab.wire.send('Emulation.setScrollbarsHidden', { hidden: true });
    // Keys and rings are there as in the tab that a person looks at.
    await tab.wire.send('Emulation.setFocusEmulationEnabled', { enabled: true });
    // Nothing glides away under the pointer.
    const features = [{ name: 'prefers-reduced-motion', value: 'reduce' }];
    await tab.wire.send('Emulation.setEmulatedMedia', { features });
    return tab;
  }

  async size(width: number, height: number): Promise<void> {
    await this.wire.send('Emulation.setDeviceMetricsOverride', {
      width,
      height,
      deviceScaleFactor: 1,
      mobile: width < 600,
    });
  }

  async goto(url: string): Promise<void> {
    const loaded = this.wire.once('Page.loadEventFired', PATIENCE_MS);
    await this.wire.send('Page.navigate', { url });
    await loaded;
  }

  async evaluate<T>(expression: string): Promise<T> {
    const { result, exceptionDetails } = await this.wire.send<{ result: { value: T }; exceptionDetails?: unknown }>(
      'Runtime.evaluate',
      { expression, returnByValue: true, awaitPromise: true },
    );
    if (exceptionDetails) throw new Error(`${expression}: ${JSON.stringify(exceptionDetails)}`);
    return result.value;
  }

  address(): Promise<string> {
    return this.evaluate('location.href');
  }

  /** What a person reads. */
  text(): Promise<string> {
    return this.evaluate('document.body.innerText');
  }

  async sees(text: string): Promise<void> {
    await this.until(`the text ${text}`, async () => ((await this.text()).includes(text) ? true : undefined));
  }

  async doesNotSee(text: string): Promise<void> {
    await this.until(`no text ${text}`, async () => ((await this.text()).includes(text) ? undefined : true));
  }

  async has(role: string, name: string): Promise<boolean> {
    return (await this.find(role, name)) !== undefined;
  }

  /** With the mouse, so that nothing may lie above it. */
  async click(role: string, name: string): Promise<void> {
    await this.hit((await this.until(`${role} ${name}`, () => this.find(role, name))).objectId);
  }

  private async hit(objectId: string): Promise<void> {
    await this.wire.send('DOM.scrollIntoViewIfNeeded', { objectId });
    const { quads } = await this.wire.send<{ quads: number[][] }>('DOM.getContentQuads', { objectId });
    const [x1 = 0, y1 = 0, x2 = 0, , , y3 = 0] = quads[0] ?? [];
    const at = { x: (x1 + x2) / 2, y: (y1 + y3) / 2, button: 'left', clickCount: 1 };
    await this.wire.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...at });
    await this.wire.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...at });
  }

  /** From the browser's own list, which no picture and no click of ours reaches. */
  async choose(name: string, choice: string): Promise<void> {
    const { objectId } = await this.until(`the list ${name}`, () => this.find('combobox', name));
    const functionDeclaration = `function (label) {
      const option = [...this.options].find((each) => each.label === label);
      if (!option) throw new Error('no choice ' + label);
      Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value').set.call(this, option.value);
      this.dispatchEvent(new Event('change', { bubbles: true }));
    }`;
    const call = { objectId, functionDeclaration, arguments: [{ value: choice }] };
    const { exceptionDetails } = await this.wire.send<{ exceptionDetails?: unknown }>('Runtime.callFunctionOn', call);
    if (exceptionDetails) throw new Error(`${name} has no choice ${choice}`);
  }

  /** In place of what the field holds. */
  async type(role: string, name: string, text: string): Promise<void> {
    const { objectId } = await this.until(`${role} ${name}`, () => this.find(role, name));
    await this.write(objectId, text);
  }

  async typeInto(selector: string, text: string): Promise<void> {
    const { objectId } = await this.until(selector, () =>
      this.select(`document.querySelector(${JSON.stringify(selector)})`),
    );
    await this.write(objectId, text);
  }

  /** Of a date field, as its calendar sets it. */
  async pickDay(selector: string, day: string): Promise<void> {
    const field = JSON.stringify(selector);
    await this.until(selector, () => this.select(`document.querySelector(${field})`));
    await this.evaluate(`(() => {
      const field = document.querySelector(${field});
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, ${JSON.stringify(day)});
      field.dispatchEvent(new Event('input', { bubbles: true }));
    })()`);
  }

  private async select(expression: string): Promise<Handle | undefined> {
    const { result } = await this.wire.send<{ result: Partial<Handle> }>('Runtime.evaluate', { expression });
    return result.objectId ? { objectId: result.objectId } : undefined;
  }

  async press(key: keyof typeof KEYS): Promise<void> {
    const text = key === 'Enter' ? { text: '\r' } : {};
    const event = { key, code: key, windowsVirtualKeyCode: KEYS[key], ...text };
    await this.wire.send('Input.dispatchKeyEvent', { type: 'keyDown', ...event });
    await this.wire.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
  }

  async focus(): Promise<Focus> {
    const focused = await this.select('document.activeElement');
    // What comes into view with the focus takes a moment for it.
    const deadline = Date.now() + FOCUS_PATIENCE_MS;
    let isVisible = await this.evaluate<boolean>(FOCUS_IS_VISIBLE);
    while (!isVisible && Date.now() < deadline) {
      await sleep(RETRY_MS);
      isVisible = await this.evaluate<boolean>(FOCUS_IS_VISIBLE);
    }
    const asked = { ...focused, fetchRelatives: false };
    const { nodes } = await this.wire.send<{ nodes: AccessibleNode[] }>('Accessibility.getPartialAXTree', asked);
    const [node] = nodes;
    return { role: node?.role?.value ?? '', name: node?.name?.value?.trim() ?? '', isVisible };
  }

  /** Tab by Tab to a place; every stop on the way must show where the keys go. */
  async tabTo(role: string, name: string): Promise<void> {
    for (let stop = 0; stop < STOPS_MAX; stop += 1) {
      await this.press('Tab');
      const focus = await this.focus();
      if (!focus.isVisible) throw new Error(`the focus on ${focus.role} ${focus.name} is not to be seen`);
      if (focus.role === role && focus.name === name) return;
    }
    throw new Error(`the Tab key does not lead to ${role} ${name}`);
  }

  /** Into the place that has the focus. */
  async keyIn(text: string): Promise<void> {
    await this.wire.send('Input.insertText', { text });
  }

  /** What asks for a file is given one, as from the window of the operating system. */
  async giveFile(file: string, ask: () => Promise<void>): Promise<void> {
    await this.wire.send('Page.setInterceptFileChooserDialog', { enabled: true });
    const opened = this.wire.once('Page.fileChooserOpened', PATIENCE_MS);
    await ask();
    const { backendNodeId } = (await opened) as { backendNodeId: number };
    await this.wire.send('DOM.setFileInputFiles', { files: [file], backendNodeId });
    await this.wire.send('Page.setInterceptFileChooserDialog', { enabled: false });
  }

  /** What is on the screen, or the page from its head to its foot. */
  async picture(file: string, extent: 'screen' | 'page' = 'screen'): Promise<void> {
    const whole = extent === 'page' ? await this.wholePage() : { captureBeyondViewport: false };
    const { data } = await this.wire.send<{ data: string }>('Page.captureScreenshot', whole);
    writeFileSync(file, Buffer.from(data, 'base64'));
  }

  private async wholePage(): Promise<object> {
    const { cssContentSize } = await this.wire.send<{ cssContentSize: { width: number; height: number } }>(
      'Page.getLayoutMetrics',
    );
    const { width, height } = cssContentSize;
    return { captureBeyondViewport: true, clip: { x: 0, y: 0, width, height, scale: 1 } };
  }

  async until<T>(what: string, probe: () => Promise<T | undefined>): Promise<T> {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      const value = await probe();
      if (value !== undefined) return value;
      if (Date.now() > deadline) throw new Error(`waited for ${what}; the page says: ${await this.text()}`);
      await sleep(RETRY_MS);
    }
  }

  close(): void {
    this.wire.close();
  }

  private async write(objectId: string, text: string): Promise<void> {
    const functionDeclaration = 'function () { this.focus(); this.select?.(); }';
    await this.wire.send('Runtime.callFunctionOn', { objectId, functionDeclaration });
    await this.wire.send('Input.insertText', { text });
  }

  /** The last of that name: a window lies above the page that opened it. */
  private async find(role: string, name: string): Promise<Handle | undefined> {
    try {
      const { root } = await this.wire.send<{ root: { nodeId: number } }>('DOM.getDocument', { depth: 0 });
      const { nodes } = await this.wire.send<{ nodes: AccessibleNode[] }>('Accessibility.queryAXTree', {
        nodeId: root.nodeId,
        role,
      });
      // Blanks around the words are not said.
      const isIt = ({ ignored, name: said }: AccessibleNode): boolean => !ignored && said?.value?.trim() === name;
      const backendNodeId = nodes.findLast(isIt)?.backendDOMNodeId;
      if (backendNodeId === undefined) return undefined;
      const { object } = await this.wire.send<{ object: Handle }>('DOM.resolveNode', { backendNodeId });
      return object;
    } catch {
      // The page changed while it was looked at.
      return undefined;
    }
  }
}
