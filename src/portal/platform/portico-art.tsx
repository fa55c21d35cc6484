/** Two columns and a roof: the mark beside our name. */
export const PorticoMark = () => (
  <svg viewBox="0 0 22 22" aria-hidden="true" focusable="false">
    <path class="portico-stone" d="M11 1 1 7v2h20V7ZM3 11h3v7H3Zm13 0h3v7h-3ZM1 19.500h20V22H1Zm8.500-8.500h3v7h-3Z" />
  </svg>
);

const columns = [34, 104, 244, 314];

/** The house itself: a roof on columns, and a conversation in the open door. */
export const PorticoArt = () => (
  <svg class="welcome-art" viewBox="0 0 380 330" aria-hidden="true" focusable="false">
    <path class="portico-stone" d="M190 14 20 92v14h340V92Z" />
    <rect class="portico-column" x="28.500" y="112.500" width="323" height="14" rx="3" />
    {columns.map((x) => (
      <path class="portico-column" d={`M${x + 0.5} 136.500h32M${x + 4.5} 136.500v148h24v-148M${x + 0.5} 284.500h32`} />
    ))}
    <rect class="portico-door" x="150.500" y="148.500" width="80" height="136" rx="8" />
    <rect class="portico-column" x="162.500" y="164.500" width="46" height="22" rx="6" />
    <rect class="portico-words" x="170" y="173" width="30" height="5" rx="2.500" />
    <rect class="portico-stone" x="176" y="200" width="43" height="22" rx="6" />
    <rect class="portico-column" x="162.500" y="236.500" width="36" height="22" rx="6" />
    <rect class="portico-words" x="170" y="245" width="20" height="5" rx="2.500" />
    <rect class="portico-stone" x="14" y="290" width="352" height="12" rx="3" />
    <rect class="portico-column" x="0.500" y="306.500" width="379" height="12" rx="3" />
  </svg>
);
