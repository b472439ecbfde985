// Command tlog-go audits a C2SP tlog-tiles log with the Go project's own note and tlog packages, and nothing of ours.
//
//	tlog-go <directory or base URL> <vkey> [<older checkpoint file>...]
//
// It opens <base>/checkpoint, hashes every entry again from the bundles, compares each with its level-0 tile, computes
// every tile above from the one below, proves the inclusion of every leaf, and proves each older checkpoint
// consistent with the newest. The first finding is printed and the exit status is 1.
package main

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const (
	tileHeight = 8
	tileWidth  = 1 << tileHeight
)

func read(base, path string) ([]byte, error) {
	if !strings.HasPrefix(base, "http://") && !strings.HasPrefix(base, "https://") {
		return os.ReadFile(base + "/" + path)
	}
	answer, err := http.Get(base + "/" + path)
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("%s: %s", path, answer.Status)
	}
	return io.ReadAll(answer.Body)
}

func indexPath(index int64) string {
	path := fmt.Sprintf("%03d", index%1000)
	for index >= 1000 {
		index /= 1000
		path = fmt.Sprintf("x%03d/%s", index%1000, path)
	}
	return path
}

func suffix(width int64) string {
	if width == tileWidth {
		return ""
	}
	return fmt.Sprintf(".p/%d", width)
}

// auditor reads hashes from C2SP tiles; a tile is kept with all the nodes that it spans.
type auditor struct {
	base  string
	size  int64
	tiles map[string][][]tlog.Hash
}

// nodes are the rows of a tile: row 0 is what the file holds, row r has the hashes of 2^r of them.
func (a *auditor) nodes(level int, index int64) ([][]tlog.Hash, error) {
	width := a.size>>(tileHeight*level) - index*tileWidth
	if width > tileWidth {
		width = tileWidth
	}
	path := fmt.Sprintf("tile/%d/%s%s", level, indexPath(index), suffix(width))
	if rows, ok := a.tiles[path]; ok {
		return rows, nil
	}
	data, err := read(a.base, path)
	if err != nil {
		return nil, err
	}
	if int64(len(data)) != width*tlog.HashSize {
		return nil, fmt.Errorf("%s: %d bytes instead of %d", path, len(data), width*tlog.HashSize)
	}
	row := make([]tlog.Hash, width)
	for i := range row {
		copy(row[i][:], data[i*tlog.HashSize:])
	}
	rows := [][]tlog.Hash{row}
	for len(row) > 1 {
		above := make([]tlog.Hash, len(row)/2)
		for i := range above {
			above[i] = tlog.NodeHash(row[2*i], row[2*i+1])
		}
		rows, row = append(rows, above), above
	}
	a.tiles[path] = rows
	return rows, nil
}

// ReadHashes is tlog.HashReader.
func (a *auditor) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	hashes := make([]tlog.Hash, len(indexes))
	for i, stored := range indexes {
		height, n := tlog.SplitStoredHashIndex(stored)
		level, row := height/tileHeight, height%tileHeight
		perTile := int64(tileWidth >> row)
		rows, err := a.nodes(level, n/perTile)
		if err != nil {
			return nil, err
		}
		if row >= len(rows) || n%perTile >= int64(len(rows[row])) {
			return nil, fmt.Errorf("hash %d at height %d lies beyond the tree", n, height)
		}
		hashes[i] = rows[row][n%perTile]
	}
	return hashes, nil
}

// bundle answers the leaf hashes of the entries in one bundle.
func (a *auditor) bundle(index int64) ([]tlog.Hash, error) {
	width := a.size - index*tileWidth
	if width > tileWidth {
		width = tileWidth
	}
	path := "tile/entries/" + indexPath(index) + suffix(width)
	data, err := read(a.base, path)
	if err != nil {
		return nil, err
	}
	hashes := make([]tlog.Hash, 0, width)
	for len(data) > 0 {
		if len(data) < 2 {
			return nil, fmt.Errorf("%s: a length is cut", path)
		}
		length := int(binary.BigEndian.Uint16(data))
		if len(data) < 2+length {
			return nil, fmt.Errorf("%s: an entry is cut", path)
		}
		hashes = append(hashes, tlog.RecordHash(data[2:2+length]))
		data = data[2+length:]
	}
	if int64(len(hashes)) != width {
		return nil, fmt.Errorf("%s: %d entries instead of %d", path, len(hashes), width)
	}
	return hashes, nil
}

// audit names the first thing that is not as the checkpoint says.
func (a *auditor) audit(root tlog.Hash) error {
	for index := int64(0); index*tileWidth < a.size; index++ {
		hashes, err := a.bundle(index)
		if err != nil {
			return err
		}
		rows, err := a.nodes(0, index)
		if err != nil {
			return err
		}
		for i, hash := range hashes {
			if rows[0][i] != hash {
				return fmt.Errorf("leaf %d: the entry and tile/0/%s disagree", index*tileWidth+int64(i), indexPath(index))
			}
		}
	}
	for level := 1; a.size>>(tileHeight*level) > 0; level++ {
		for n := int64(0); n < a.size>>(tileHeight*level); n++ {
			above, err := a.nodes(level, n/tileWidth)
			if err != nil {
				return err
			}
			below, err := a.nodes(level-1, n)
			if err != nil {
				return err
			}
			if above[0][n%tileWidth] != below[tileHeight][0] {
				return fmt.Errorf("tile/%d/%s: hash %d is not the root of the tile below", level, indexPath(n/tileWidth), n%tileWidth)
			}
		}
	}
	computed, err := tlog.TreeHash(a.size, a)
	if err != nil {
		return err
	}
	if computed != root {
		return errors.New("checkpoint: the tiles have another root")
	}
	for n := int64(0); n < a.size; n++ {
		rows, err := a.nodes(0, n/tileWidth)
		if err != nil {
			return err
		}
		proof, err := tlog.ProveRecord(a.size, n, a)
		if err != nil {
			return err
		}
		if err := tlog.CheckRecord(proof, a.size, root, n, rows[0][n%tileWidth]); err != nil {
			return fmt.Errorf("leaf %d: %w", n, err)
		}
	}
	return nil
}

// consistent proves that an older tree is the beginning of this one.
func (a *auditor) consistent(root tlog.Hash, old tlog.Tree) error {
	if old.N > a.size {
		return fmt.Errorf("checkpoint of size %d is newer than the log", old.N)
	}
	if old.N == 0 {
		return nil
	}
	if old.N == a.size {
		if old.Hash != root {
			return fmt.Errorf("fork: two roots at size %d", old.N)
		}
		return nil
	}
	proof, err := tlog.ProveTree(a.size, old.N, a)
	if err != nil {
		return err
	}
	if err := tlog.CheckTree(proof, a.size, root, old.N, old.Hash); err != nil {
		return fmt.Errorf("fork: the checkpoint of size %d is not a beginning of the log: %w", old.N, err)
	}
	return nil
}

// open reads a checkpoint (golang's tlog.ParseTree wants another first line, so the body is read here).
func open(message []byte, verifier note.Verifier) (tlog.Tree, error) {
	opened, err := note.Open(message, note.VerifierList(verifier))
	if err != nil {
		return tlog.Tree{}, fmt.Errorf("checkpoint: %w", err)
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) < 4 || lines[0] != verifier.Name() {
		return tlog.Tree{}, errors.New("checkpoint: another origin")
	}
	var tree tlog.Tree
	if _, err := fmt.Sscanf(lines[1], "%d", &tree.N); err != nil {
		return tlog.Tree{}, fmt.Errorf("checkpoint: %w", err)
	}
	tree.Hash, err = tlog.ParseHash(lines[2])
	return tree, err
}

func run(arguments []string) error {
	if len(arguments) < 2 {
		return errors.New("usage: tlog-go <directory or base URL> <vkey> [<older checkpoint file>...]")
	}
	verifier, err := note.NewVerifier(arguments[1])
	if err != nil {
		return err
	}
	message, err := read(arguments[0], "checkpoint")
	if err != nil {
		return err
	}
	tree, err := open(message, verifier)
	if err != nil {
		return err
	}
	log := &auditor{base: arguments[0], size: tree.N, tiles: map[string][][]tlog.Hash{}}
	if err := log.audit(tree.Hash); err != nil {
		return err
	}
	for _, file := range arguments[2:] {
		message, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		old, err := open(message, verifier)
		if err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		if err := log.consistent(tree.Hash, old); err != nil {
			return err
		}
	}
	fmt.Printf("ok: %d leaves, %d older checkpoints\n", tree.N, len(arguments)-2)
	return nil
}

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "FOUND", err)
		os.Exit(1)
	}
}
