import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const CHINA_OFFSET_MS = 8 * 60 * 60 * 1000;
/** The demonstration takes place from this day on, so that its dated fixtures mean the same in every year. */
const FIRST_DAY = '2026-11-23';

/** Writes the file that services in demo mode read their time from; it only moves forward. */
export class DemoClockFile {
  private readonly file: string;

  constructor(file: string) {
    this.file = file;
    if (!existsSync(file)) this.write(FIRST_DAY);
  }

  now(): Date {
    return new Date(Date.now() + Number(readFileSync(this.file, 'utf8')));
  }

  today(): string {
    return new Date(this.now().getTime() + CHINA_OFFSET_MS).toISOString().slice(0, 10);
  }

  /** Goes to nine in the morning of a day in China, unless it is later already. */
  moveTo(day: string): void {
    if (this.today() < day) this.write(day);
  }

  private write(day: string): void {
    writeFileSync(this.file, String(Date.parse(`${day}T09:00:00+08:00`) - Date.now()));
  }
}

export function dayAfter(day: string, days = 1): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The next day on which offices work, weekends aside; a holiday does no harm here, the services judge deadlines. */
export function nextOfficeDay(day: string): string {
  let next = dayAfter(day);
  while ([0, 6].includes(new Date(`${next}T00:00:00Z`).getUTCDay())) next = dayAfter(next);
  return next;
}
