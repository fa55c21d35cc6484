interface JsonCredential {
  toJSON(): unknown;
}

/** What browsers with passkeys have beyond the DOM library's types (Web Authentication §5.1.8, §5.1.10). */
interface Parsers {
  parseCreationOptionsFromJSON(options: unknown): PublicKeyCredentialCreationOptions;
  parseRequestOptionsFromJSON(options: unknown): PublicKeyCredentialRequestOptions;
}

/**
 * Asks the device for a passkey when the form inside it is sent, puts the answer
 * into the field `credential` and lets the form go on its way.
 */
export class PasskeyForm extends HTMLElement {
  #busy = false;

  connectedCallback(): void {
    const form = this.querySelector('form');
    if (!form) return;
    if (!parsers()) {
      this.#say('unsupported');
      return;
    }
    form.hidden = false;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#ask(form);
    });
  }

  async #ask(form: HTMLFormElement): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    this.#say('waiting');
    try {
      const field = form.elements.namedItem('credential');
      const answer = await this.#answer();
      if (!(field instanceof HTMLInputElement)) return;
      field.value = JSON.stringify(answer.toJSON());
      form.submit();
    } catch {
      this.#say('failed');
    } finally {
      this.#busy = false;
    }
  }

  async #answer(): Promise<JsonCredential> {
    const known = parsers();
    const response = await fetch(this.dataset['options'] ?? '', { method: 'POST' });
    if (!known || !response.ok || response.redirected) throw new Error('No options');
    const options: unknown = await response.json();
    const answer =
      this.dataset['kind'] === 'create'
        ? await navigator.credentials.create({ publicKey: known.parseCreationOptionsFromJSON(options) })
        : await navigator.credentials.get({ publicKey: known.parseRequestOptionsFromJSON(options) });
    if (!isJson(answer)) throw new Error('No answer');
    return answer;
  }

  #say(what: 'unsupported' | 'failed' | 'waiting'): void {
    const line = this.querySelector('[data-said]');
    if (line) line.textContent = this.dataset[what] ?? '';
  }
}

function parsers(): Parsers | null {
  const known: unknown = Reflect.get(window, 'PublicKeyCredential');
  return typeof known === 'function' && 'parseCreationOptionsFromJSON' in known ? (known as unknown as Parsers) : null;
}

function isJson(answer: unknown): answer is JsonCredential {
  return typeof answer === 'object' && answer !== null && 'toJSON' in answer;
}
