interface Answer {
  resolve: (result: never) => void;
  reject: (error: Error) => void;
}

interface Message {
  id?: number;
  method?: string;
  params?: unknown;
  result?: unknown;
  error?: { message: string };
}

/** One connection of the DevTools protocol. */
export class Wire {
  private readonly socket: WebSocket;
  private readonly open = new Map<number, Answer>();
  private readonly listeners = new Map<string, ((params: unknown) => void)[]>();
  private lastId = 0;

  private constructor(socket: WebSocket) {
    this.socket = socket;
    socket.addEventListener('message', (event) => this.take(JSON.parse(String(event.data)) as Message));
    socket.addEventListener('close', () => {
      for (const { reject } of this.open.values()) reject(new Error('the browser is gone'));
    });
  }

  static connect(url: string): Promise<Wire> {
    const socket = new WebSocket(url);
    return new Promise((resolve, reject) => {
      socket.addEventListener('open', () => resolve(new Wire(socket)));
      socket.addEventListener('error', () => reject(new Error(`no browser at ${url}`)));
    });
  }

  send<T = unknown>(method: string, params: object = {}): Promise<T> {
    this.lastId += 1;
    const id = this.lastId;
    this.socket.send(JSON.stringify({ id, method, params }));
    return new Promise<T>((resolve, reject) => this.open.set(id, { resolve, reject }));
  }

  on(method: string, listener: (params: unknown) => void): void {
    this.listeners.set(method, [...(this.listeners.get(method) ?? []), listener]);
  }

  once(method: string, patienceMs: number): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`waited for ${method}`)), patienceMs);
      this.on(method, (params) => {
        clearTimeout(timer);
        resolve(params);
      });
    });
  }

  close(): void {
    this.socket.close();
  }

  private take({ id, method, params, result, error }: Message): void {
    if (id === undefined) {
      for (const listener of this.listeners.get(method ?? '') ?? []) listener(params);
      return;
    }
    const answer = this.open.get(id);
    this.open.delete(id);
    if (error) answer?.reject(new Error(error.message));
    else answer?.resolve(result as never);
  }
}
