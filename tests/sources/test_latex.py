"""LaTeX: the blocks of its commands, and nothing of its marks as text."""

from pathlib import Path

import pytest

import checker
from checker.model.document import Source
from checker.sources import plain
from checker.sources.latex import document as latex
from tests.sources.marked_up import blocks, claims, mutated, read, rows, words

PAGE = r"""
\documentclass[11pt]{article}
\usepackage[margin=2cm]{geometry}
\newcommand{\looms}{212}
\setlength{\parindent}{7pt}
\title{Corran \emph{Mill}}
\author{Ann Dale}
\date{2021-03-04}
\begin{document}
\maketitle
\begin{abstract}
The mill was built in \textbf{1843}\footnote{Or so it is said.} and has \looms{} looms~\cite{dale1987}.
% It was built in 1999.
It runs.
\end{abstract}

\section{Rooms}\label{sec:1999}
\vspace{12mm}
It has forty rooms (see Section~\ref{sec:1999}).\\[2pt]
It has two floors.

\subsection*{Lists}
\begin{itemize}[itemsep=3pt]
  \item forty rooms % or 41
    on two floors
  \item the last

    A paragraph of the item.
  \begin{enumerate}
    \item nested
  \end{enumerate}
  {\bf\item Start:} it opens at 9 am.
\end{itemize}
\begin{description}
  \item[Wheel] It is \SI{12}{\metre} wide.
\end{description}

\begin{figure}[h]
  \includegraphics[width=0.5\textwidth]{mill-1932}
  \caption{The mill in 1911}
\end{figure}

\begin{verbatim}
x = 1999
\end{verbatim}

\[ x = 1999 \]
\begin{equation} y = 1998 \end{equation}

\begin{quote}A quoted line.\end{quote}

\begin{thebibliography}{9}
\bibitem{dale1987} A. Dale, \emph{Mills}, 1987.
\end{thebibliography}
\end{document}
Left over from 1999.
"""


def test_blocks() -> None:
    assert blocks(latex, PAGE) == [
        ("title", 1, "Corran Mill"),
        ("paragraph", 0, "The mill was built in 1843 (Or so it is said.) and has 212 looms . It runs."),
        ("heading", 2, "Rooms"),
        ("paragraph", 0, "It has forty rooms (see Section )."),
        ("paragraph", 0, "It has two floors."),
        ("heading", 3, "Lists"),
        ("item", 1, "forty rooms on two floors"),
        ("item", 1, "the last"),
        ("paragraph", 0, "A paragraph of the item."),
        ("item", 2, "nested"),
        ("item", 1, "Start: it opens at 9 am."),
        ("pair", 1, "Wheel | It is 12 m wide."),
        ("paragraph", 0, "The mill in 1911:"),
        ("code", 0, "x = 1999"),
        ("paragraph", 0, "A quoted line."),
        ("links", 0, "{9} \\bibitem{dale1987} A. Dale, \\emph{Mills}, 1987."),
    ]


def test_what_a_file_says_of_itself() -> None:
    assert read(latex, PAGE).metadata.published == "2021-03-04"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (r"It has \textbf{\emph{forty}} looms.", "It has forty looms."),
        (r"It costs \$5, \pounds 6 or \pounds{}7, 8\% more.", "It costs $5, £6 or £7, 8% more."),
        (r"It has 3{,}000 or 4\,000 looms---so they say.", "It has 3,000 or 4 000 looms—so they say."),
        (r"It stood still in 1990--1995.", "It stood still in 1990–1995."),
        (r"G\"odel, Universit\'{e}, \c{C}a, Erd{\H{o}}s, na\"{\i}ve.", "Gödel, Université, Ça, Erdős, naïve."),
        (r"It holds $n = 312$, $\approx 40$, $\alpha_3$ and $x^{14}$.", "It holds n = 312, ≈ 40, and ."),
        (r"It has $1{,}200$ of $10\%$, the $5^{\text{th}}$ of 4\,km$^2$.", "It has 1,200 of 10%, the 5th of 4 km²."),
        (r"It runs \SI{80}{\kilo\metre\per\hour}.", "It runs 80 km/h."),
        (r"It is \num{1200} or \qty{5}{\percent}.", "It is 1200 or 5%."),
        (r"It takes \SIrange{2}{3}{\hour}.", "It takes 2 to 3 h."),
        (r"``So'' it is\ldots", '"So" it is…'),
        (r"See \href{https://corran.example/1999}{the mill} or \url{corran.example/1998}.", "See the mill or ."),
        (r"A \unknown{Mill}{OM} of \textcolor{red}{red} \raisebox{2pt}{brick}.", "A Mill OM of red brick."),
        (r"The \verb|loom 5| runs \hspace{3cm} on \hskip 4pt plus 1pt it.", "The loom 5 runs on it."),
        (r"It runs \iffalse in 1999 \fi still.", "It runs still."),
        ("It \\autoref{fig:1999} runs%\nning on.", "It runsning on."),
        (r"\def\mill{Corran}At \mill\ it runs.", "At Corran it runs."),
    ],
)  # fmt: skip
def test_marks(text: str, left: str) -> None:
    assert words(latex, text).replace(" ,", ",").replace(" .", ".") == left.replace(" .", ".")


TABLES = r"""
\begin{table}
\caption{Mills of Corran}
\begin{tabular}{l|rr@{\hspace{3pt}}}
  \toprule
  Mill & Opened & Staff \\
  \midrule
  \textit{Old} Mill & 1843 & 212 \\[4pt]
  New Mill & 1901 & 3{,}310 % or 99
  \\ \cmidrule(lr){2-3}
  \multicolumn{2}{c}{Low \& High} & 31 \\
  \bottomrule
\end{tabular}
\end{table}

\begin{longtable}{lll}
\caption{More of them}\\
\hline
Mill & Opened & Staff \\ \hline
\endfirsthead
Mill & Opened & Staff \\ \hline
\endhead
East & 1861 & 41 \\
\end{longtable}

\begin{tabularx}{12.5cm}{lXX}
\hline
Mill & Opened & Staff \\
\hline
\multirow{2}{*}{West} & 1862 & \makecell{42\\men} \\
& 1863 & 43
\end{tabularx}

\begin{deluxetable}{lll}
\tablecaption{The last}
\tablehead{\colhead{Mill} & \colhead{Opened} & \colhead{Staff}}
\startdata
North & 1871 & 51 \\
South & 1872 & 52
\enddata
\end{deluxetable}
"""


def test_tables() -> None:
    heads = ("Mill", "Opened", "Staff")
    assert rows(latex, TABLES) == [
        (heads, ("Old Mill", "1843", "212")),
        (heads, ("New Mill", "1901", "3,310")),
        (heads, ("Low & High", "", "31")),
        (heads, ("East", "1861", "41")),
        (heads, ("West", "1862", "42 men")),
        (heads, ("", "1863", "43")),
        (heads, ("North", "1871", "51")),
        (heads, ("South", "1872", "52")),
    ]
    captions = [text for kind, _, text in blocks(latex, TABLES) if kind == "paragraph"]
    assert captions == ["Mills of Corran:", "More of them:", "The last:"]


def test_a_quantity_is_quoted_whole(tmp_path: Path) -> None:
    text = "\\section{Mill}\nThe mill is \\SI{12}{\\metre} wide and turns for \\SI{30}{\\second}."
    values = [value for value, _ in claims(tmp_path, "mill.tex", text)]
    assert values == [r"\SI{12}{\metre}", r"\SI{30}{\second}"]


def test_files_that_are_not_there_are_named(tmp_path: Path) -> None:
    (tmp_path / "rooms.tex").write_text("Forty rooms.", encoding="utf-8")
    text = "\\input{rooms}\nText.\n\\include{looms}\n"
    reading = plain.read_with(latex.reading, Source("mill", path=str(tmp_path / "mill.tex")), text)
    assert [(warning.line, warning.message.split(" is ")[0]) for warning in reading.warnings] == [
        (3, "what it takes in from looms")
    ]


def test_nothing_of_the_marks_is_a_claim(tmp_path: Path) -> None:
    values = {value for value, _ in claims(tmp_path, "mill.tex", PAGE)}
    assert {"1843", r"\looms", r"\SI{12}{\metre}"} <= values
    assert not {"1999", "1998", "1932", "12mm", "2pt", "3pt", "7pt", "1987", "41", "0.5"} & values


def test_a_changed_figure_is_found(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# Corran Mill\n\nCorran Mill has 3,400 looms.\n", encoding="utf-8")
    text = "\\title{Corran Mill}\n\\emph{Corran Mill} has 3{,}500 looms.\n"
    (tmp_path / "b.tex").write_text(text, encoding="utf-8")
    report = checker.check_paths([tmp_path]).to_json()
    assert [finding["relation"] for finding in report["findings"]] == ["conflict"]
    (claim,) = (claim for claim in report["claims"] if claim["source"] == "b")
    assert claim["value"]["low"] == "3500"
    assert claim["value"]["text"] == text[claim["value"]["start"] : claim["value"]["end"]]
    assert claim["value"]["text"].startswith("3{,}500")
    assert text[claim["evidence"]["start"] : claim["evidence"]["end"]] == claim["evidence"]["quote"]
    assert claim["evidence"]["line"] == 2


def test_line_ends_of_all_kinds() -> None:
    for end in ("\n", "\r\n", "\r"):
        assert blocks(latex, PAGE.replace("\n", end)) == blocks(latex, PAGE)


def test_any_text_is_read() -> None:
    signs = [
        "{",
        "}",
        "\\",
        "&",
        "\\\\",
        "$",
        "%",
        "\n\n",
        "\\item",
        "\\section{",
        "\\[",
        "[",
        "\\footnote{",
        "~",
        "\\c",
        "\x00",
    ]
    for text in mutated(PAGE + TABLES, signs, 200):
        read(latex, text)
    for sign in (
        *signs,
        "\\begin{tabular}{ll}",
        "\\caption{",
        "\\SI{",
        "\\begin{itemize}",
        "\\a[",
        "\\newcommand{\\x}{",
    ):
        plain.read_with(latex.reading, Source("mill"), (sign * 20000)[:20000])
