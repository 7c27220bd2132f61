"""Files and folders -> reports: what is read, under which id, in which order."""

from __future__ import annotations

from itertools import permutations

from standfirst.ingest import READERS, read_paths


def write(folder, name, text):
    place = folder / name
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, encoding="utf-8")
    return str(place)


def test_a_folder_is_read_with_all_below_it_but_hidden_and_other_files(tmp_path):
    write(tmp_path, "b.txt", "B.")
    write(tmp_path, "sub/a.txt", "A.")
    write(tmp_path, ".hidden.txt", "no")
    write(tmp_path, ".git/c.txt", "no")
    write(tmp_path, "notes.md", "no")
    reports, problems = read_paths([str(tmp_path)])
    assert [(report.id, report.text) for report in reports] == [("a", "A."), ("b", "B.")]
    assert problems == ()


def test_the_order_of_the_paths_changes_nothing(tmp_path):
    paths = [write(tmp_path, f"{folder}/wire.txt", f"Text {folder}.") for folder in "xyz"]
    paths.append(write(tmp_path, "w/wire.txt", "Text x."))
    results = {read_paths(list(order)) for order in permutations(paths)}
    assert len(results) == 1
    reports, _ = results.pop()
    assert [report.id for report in reports] == ["wire", "wire-2", "wire-3"]
    assert {report.text for report in reports} == {"Text x.", "Text y.", "Text z."}


def test_a_numbered_id_never_takes_the_id_of_another_file(tmp_path):
    for folder in "ab":
        write(tmp_path, f"{folder}/wire.txt", f"Text {folder}.")
    write(tmp_path, "c/wire-2.txt", "Another.")
    reports, _ = read_paths([str(tmp_path)])
    assert {report.id: report.text for report in reports}["wire-2"] == "Another."
    assert len(reports) == 3


def test_the_same_file_twice_is_one_report(tmp_path):
    path = write(tmp_path, "a.txt", "A.")
    assert len(read_paths([path, path, str(tmp_path)])[0]) == 1


def test_standard_input_is_a_report():
    reports, problems = read_paths(["-"], b"From a pipe.")
    assert [(report.id, report.text) for report in reports] == [("stdin", "From a pipe.")]
    assert problems == ()
    assert [problem.code for problem in read_paths(["-"], b"")[1]] == ["empty"]


def test_what_cannot_be_read_is_a_problem(tmp_path):
    page = write(tmp_path, "page.pdf", "x")
    (tmp_path / "nothing").mkdir()
    _, problems = read_paths([str(tmp_path / "gone.txt"), page, str(tmp_path / "nothing"), "a\x00b"])
    assert sorted(problem.code for problem in problems) == ["format", "no-reports", "not-found", "not-found"]


def test_a_file_without_a_suffix_is_plain_text(tmp_path):
    assert read_paths([write(tmp_path, "report", "Text.")])[0][0].id == "report"


def test_every_reader_has_help():
    assert all(reader.name and reader.help and reader.suffixes for reader in READERS)
