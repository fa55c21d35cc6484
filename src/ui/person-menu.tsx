import { Avatar } from './avatar.tsx';
import { Icon } from './icon.tsx';
import type { Reader } from './reader.ts';

export type PersonView = { name: string; email: string };

/** Who is signed in, settings and the way out; opens without script. */
export const PersonMenu = (props: {
  reader: Reader;
  person: PersonView;
  settingsHref?: string | undefined;
  /** Where an agent with several seats changes the company. */
  switchHref?: string | undefined;
  signOutAction: string;
  /** Where there is no settings page that offers it. */
  signOutEverywhereAction?: string | undefined;
}) => (
  <details class="menu" name="menu">
    <summary>
      <span class="unseen">{props.reader.t('nav.person', { name: props.person.name || props.person.email })}</span>
      <Avatar name={props.person.name || props.person.email} side="own" />
    </summary>
    <div class="menu-panel">
      <p class="menu-who">
        <bdi>{props.person.name}</bdi>
        <small>{props.person.email}</small>
      </p>
      {props.switchHref && (
        <a href={props.switchHref}>
          <Icon name="swap" />
          {props.reader.t('tenants.switch')}
        </a>
      )}
      {props.settingsHref && (
        <a href={props.settingsHref}>
          <Icon name="settings" />
          {props.reader.t('nav.settings')}
        </a>
      )}
      <form method="post" action={props.signOutAction}>
        <button type="submit">
          <Icon name="sign-out" />
          {props.reader.t('nav.signOut')}
        </button>
      </form>
      {props.signOutEverywhereAction && (
        <form method="post" action={props.signOutEverywhereAction}>
          <button type="submit">
            <Icon name="sign-out" />
            {props.reader.t('settings.signOutEverywhere')}
          </button>
        </form>
      )}
    </div>
  </details>
);
