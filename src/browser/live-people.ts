import type { PeopleFrame, Writer } from '#live/protocol.ts';

/**
 * Shows who is here and who is writing: `[data-typing]` on a portal's page,
 * `[data-presence]` on an agent's. Writing lapses by itself.
 */
export class LivePeople {
  #lapse: number | undefined;

  show({ here, writing }: PeopleFrame): void {
    clearTimeout(this.#lapse);
    const list = new Intl.ListFormat(document.documentElement.lang, { type: 'conjunction' });
    const say = (element: HTMLElement | null, words: string, names: readonly string[]) =>
      names.length > 0 ? (element?.dataset[words]?.replace('{name}', () => list.format(names)) ?? '') : '';
    const typing = document.querySelector<HTMLElement>('[data-typing]');
    write(typing, say(typing, 'wordsTyping', namesOf(writing)));
    const presence = document.querySelector<HTMLElement>('[data-presence]');
    const busy = new Set(namesOf(writing));
    const [replies, notes] = [writing.filter(({ note }) => !note), writing.filter(({ note }) => note)];
    const sentences = [
      say(presence, 'wordsWriting', namesOf(replies)),
      say(presence, 'wordsNote', namesOf(notes)) || say(presence, 'wordsWriting', namesOf(notes)),
      say(
        presence,
        'wordsViewing',
        namesOf(here).filter((name) => !busy.has(name)),
      ),
    ];
    write(presence, sentences.filter(Boolean).join(' · '));
    this.#renew({ here, writing });
  }

  #renew({ here, writing }: Omit<PeopleFrame, 't'>): void {
    if (writing.length === 0) return;
    const next = Math.min(...writing.map(({ forMs }) => forMs));
    const left = (writer: Writer) => ({ ...writer, forMs: writer.forMs - next });
    this.#lapse = setTimeout(
      () => this.show({ t: 'people', here, writing: writing.map(left).filter(({ forMs }) => forMs > 0) }),
      next,
    );
  }
}

function namesOf(people: readonly { readonly name: string }[]): string[] {
  return people.map(({ name }) => name);
}

/** A live region reads out each write: only write what is new. */
function write(element: HTMLElement | null, text: string): void {
  if (element && element.textContent !== text) element.textContent = text;
}
