type Ids = readonly string[];

/**
 * The order of what two people have of a list: of who moved something, with what the other one added behind what it
 * stands behind there. It names also what is not in the list any more.
 *
 * @param choose decides if both moved something: gets my order, theirs and the one before
 */
export function orderOf(
  before: Ids,
  mine: Ids,
  theirs: Ids,
  choose: (mine: Ids, theirs: Ids, before: Ids) => Ids,
): Ids {
  const common = before.filter((id) => mine.includes(id) && theirs.includes(id));
  const [here, there] = [mine, theirs].map((ids) => ids.filter((id) => common.includes(id)));
  const chosen = choose(here, there, common);
  const isMine = isSame(chosen, here) && !isSame(here, common);
  const [first, second] = isMine ? [mine, theirs] : [theirs, mine];
  const order = [...first];
  second.forEach((id, place) => {
    if (!order.includes(id)) {
      const behind = second.slice(0, place).findLast((other) => order.includes(other));
      order.splice(behind === undefined ? 0 : order.indexOf(behind) + 1, 0, id);
    }
  });
  return order;
}

function isSame(one: Ids, other: Ids): boolean {
  return one.every((id, place) => id === other[place]);
}
