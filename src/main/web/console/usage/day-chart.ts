import { html } from 'lit';
import { property, state } from 'lit/decorators.js';
import { moveInRow } from '../../embed/roving-focus';
import { PlainElement } from '../ui/plain-element';
import { queryOf } from '../ui/route';
import { dayName, runs, short, weekdayName, whole } from './numbers';
import { boundsOf, type DayUsage, successOf } from './usage';
import { counted } from '../words/fill';
import { language, words } from '../words/spoken';

/** Days that get a label below. */
const LABELS = 5;

/** Runs by day, each day a link to its history. What it shows stands in a table behind it, too. */
export class DayChart extends PlainElement {
  @property({ attribute: false }) days: readonly DayUsage[] = [];

  /** The day whose numbers are shown; the last one unless somebody looks at another. */
  @state() private looked: string | undefined;
  /** The one that Tab leads to. */
  @state() private stop: string | undefined;

  protected override render(): unknown {
    const busiest = Math.max(2, ...this.days.map(({ executions }) => executions));
    // So that half of it is a whole number.
    const most = busiest + (busiest % 2);
    return html`<div class="legend" aria-hidden="true">
        <span><span class="swatch done"></span>${words.common.done}</span
        ><span><span class="swatch failed"></span>${words.common.failed}</span>
        <span class="readout" data-readout>${this.readout()}</span>
      </div>
      <div class="chart">
        <div class="scale" aria-hidden="true">
          <span>${short(most)}</span><span>${short(most / 2)}</span><span>0</span>
        </div>
        <ol
          class="bars"
          role="list"
          aria-label=${words.usage.chart}
          @keydown=${this.move}
          @focusin=${this.look}
          @mouseover=${this.look}
          @mouseleave=${() => (this.looked = undefined)}
        >
          ${this.days.map((day) => this.bar(day, most))}
        </ol>
        <div class="days" aria-hidden="true">${this.labels().map((date) => html`<span>${dayName(date)}</span>`)}</div>
      </div>
      <details class="behind">
        <summary>${words.usage.asTable}</summary>
        ${this.table()}
      </details>`;
  }

  private bar({ date, executions, failures }: DayUsage, most: number): unknown {
    const height = (count: number) => `height: ${(count / most) * 100}%`;
    return html`<li>
      <a
        class="day-bar"
        href=${queryOf({ page: 'history', filters: boundsOf(date) })}
        data-day=${date}
        tabindex=${date === (this.stop ?? this.days.at(-1)?.date) ? 0 : -1}
        aria-label="${weekdayName(date)}: ${inWords({ date, executions, failures })}"
        ><span class="bar-part failed" ?hidden=${failures === 0} .style=${height(failures)}></span
        ><span class="bar-part done" ?hidden=${failures === executions} .style=${height(executions - failures)}></span
      ></a>
    </li>`;
  }

  private readout(): string {
    const day = this.days.find(({ date }) => date === this.looked) ?? this.days.at(-1);
    return day ? `${weekdayName(day.date)}: ${inWords(day)}` : '';
  }

  private labels(): readonly string[] {
    const { length } = this.days;
    const count = Math.min(LABELS, length);
    return Array.from({ length: count }, (_, index) => {
      const at = count === 1 ? 0 : Math.round((index * (length - 1)) / (count - 1));
      return this.days[at].date;
    });
  }

  private table(): unknown {
    return html`<table class="figures">
      <caption class="spoken">
        ${words.usage.byDayLong}
      </caption>
      <thead>
        <tr>
          <th scope="col">${words.usage.day}</th>
          <th scope="col" class="number">${words.usage.runs}</th>
          <th scope="col" class="number">${words.common.failed}</th>
          <th scope="col" class="number">${words.usage.success}</th>
        </tr>
      </thead>
      <tbody>
        ${this.days
          .filter(({ executions }) => executions > 0)
          .reverse()
          .map(
            (day) =>
              html`<tr>
                <th scope="row">${weekdayName(day.date)}</th>
                <td class="number">${whole(day.executions)}</td>
                <td class="number">${whole(day.failures)}</td>
                <td class="number">${successOf(day)}</td>
              </tr>`,
          )}
      </tbody>
    </table>`;
  }

  private readonly move = (event: KeyboardEvent): void =>
    moveInRow(event, Array.from(this.querySelectorAll<HTMLElement>('.day-bar')), language.direction === 'rtl');

  private readonly look = (event: Event): void => {
    const day = (event.target as Element).closest<HTMLElement>('.day-bar')?.dataset.day;
    if (day) {
      this.looked = day;
      this.stop = event.type === 'focusin' ? day : this.stop;
    }
  };
}

function inWords({ executions, failures }: DayUsage): string {
  if (executions === 0) {
    return words.usage.noRuns;
  }
  return `${runs(executions)}, ${failures === 0 ? words.usage.noneFailedShort : counted(words.usage.dayFailed, failures)}`;
}
