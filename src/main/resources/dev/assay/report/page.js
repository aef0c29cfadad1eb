// What the page can do more where scripts run. It needs none of it. No less-than sign and no ampersand stands here: the page is read as XML too.
(function () {
  'use strict';
  var all = function (root, what) { return Array.prototype.slice.call(root.querySelectorAll(what)); };
  var make = function (name, text, attributes) {
    var element = document.createElement(name);
    element.textContent = text;
    Object.keys(attributes).forEach(function (key) { element.setAttribute(key, attributes[key]); });
    return element;
  };
  var said = make('p', '', { role: 'status', 'class': 'said' });
  document.getElementById('main').appendChild(said);

  var key = function (row, column) {
    var cell = row.cells[column];
    var data = cell.querySelector('data');
    var raw = data ? data.value : cell.getAttribute('data-v');
    var text = cell.textContent.trim();
    if (raw) { return parseFloat(raw); }
    return text === '–' ? null : cell.classList.contains('num') ? parseFloat(text.replace(/\s/g, '')) : text.toLowerCase();
  };
  var compare = function (a, b) {
    if (a === b) { return 0; }
    return a > b ? 1 : -1;
  };
  var sort = function (table, head, column) {
    var up = head.getAttribute('aria-sort') !== 'ascending';
    var rows = all(table.tBodies[0], 'tr').map(function (row) { return { row: row, key: key(row, column) }; });
    rows.sort(function (a, b) {
      // what is not known stays below, whichever way
      if (a.key === null || b.key === null) { return compare(a.key === null ? 1 : 0, b.key === null ? 1 : 0); }
      return up ? compare(a.key, b.key) : compare(b.key, a.key);
    });
    rows.forEach(function (each) { table.tBodies[0].appendChild(each.row); });
    all(table, 'th[aria-sort]').forEach(function (other) { other.setAttribute('aria-sort', 'none'); });
    head.setAttribute('aria-sort', up ? 'ascending' : 'descending');
    said.textContent = 'Sorted by ' + head.textContent + (up ? ', smallest first.' : ', largest first.');
  };
  var sortable = function (table) {
    all(table, 'thead th').forEach(function (head, column) {
      if (head.classList.contains('fixed')) { return; }
      var button = make('button', head.textContent, { type: 'button' });
      head.textContent = '';
      head.appendChild(button);
      head.setAttribute('aria-sort', 'none');
      button.addEventListener('click', function () { sort(table, head, column); });
    });
  };

  var filter = function (table, tools) {
    var label = make('label', 'Show rows with ', {});
    var field = make('input', '', { type: 'search', autocomplete: 'off', spellcheck: 'false' });
    label.appendChild(field);
    tools.appendChild(label);
    field.addEventListener('input', function () {
      var words = field.value.toLowerCase().split(/\s+/);
      var rows = all(table.tBodies[0], 'tr');
      var shown = rows.filter(function (row) {
        var text = row.textContent.toLowerCase();
        row.hidden = !words.every(function (word) { return text.indexOf(word) >= 0; });
        return !row.hidden;
      });
      said.textContent = shown.length + ' of ' + rows.length + ' rows are shown.';
    });
  };

  var swap = function (cell) {
    var value = cell.getAttribute('data-v');
    if (cell.kept) {
      cell.replaceChildren.apply(cell, cell.kept);
      cell.kept = null;
    } else {
      cell.kept = Array.prototype.slice.call(cell.childNodes);
      cell.replaceChildren(cell.getAttribute('data-net'));
    }
    if (value !== null) {
      cell.setAttribute('data-v', cell.getAttribute('data-net-v'));
      cell.setAttribute('data-net-v', value);
    }
  };
  var net = function (table, tools) {
    var cells = all(table, 'td[data-net]');
    if (cells.length === 0) { return; }
    var button = make('button', 'Without start-up', { type: 'button', 'aria-pressed': 'false' });
    tools.appendChild(button);
    button.addEventListener('click', function () {
      var on = button.getAttribute('aria-pressed') === 'false';
      button.setAttribute('aria-pressed', String(on));
      cells.forEach(swap);
      said.textContent = on ? cells.length / 2 + ' ratios are shown without start-up, for information only.' : 'All ratios are shown as measured.';
    });
  };

  var units = { s: 1e9, ms: 1e6, 'µs': 1e3 };
  var unit = function (tools) {
    var times = all(document, 'data.t');
    if (times.length === 0) { return; }
    times.forEach(function (time) { time.setAttribute('data-raw', time.textContent); });
    var label = make('label', 'Times in ', {});
    var choice = make('select', '', {});
    ['the best unit'].concat(Object.keys(units)).forEach(function (name) { choice.appendChild(make('option', name, {})); });
    label.appendChild(choice);
    tools.appendChild(label);
    choice.addEventListener('change', function () {
      var one = units[choice.value];
      times.forEach(function (time) {
        time.textContent = one ? parseFloat((parseFloat(time.value) / one).toPrecision(4)) + ' ' + choice.value : time.getAttribute('data-raw');
      });
      said.textContent = 'Times are shown in ' + choice.value + '.';
    });
  };

  all(document, 'table.sortable').forEach(function (table, number) {
    var tools = make('div', '', { 'class': 'tools', role: 'group', 'aria-label': 'How to show: ' + table.caption.firstChild.textContent });
    table.parentNode.parentNode.insertBefore(tools, table.parentNode);
    sortable(table);
    filter(table, tools);
    net(table, tools);
    if (number === 0) { unit(tools); }
  });
}());
