// Strings: short names made of numbers, joined by batches into lines; the latest batches live.
#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <iostream>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace {

// Names in a line.
constexpr std::uint64_t BATCH = 50;
// Batches that live at a time.
constexpr std::size_t LIVE = 100;

struct Batch {
    std::vector<std::string> names;
    std::string line;
};

// The names with a comma between each two; there is one name at least.
std::string join(const std::vector<std::string> &names) {
    std::size_t length = names.size() - 1;
    for (const std::string &name : names) {
        length += name.size();
    }
    std::string line;
    line.reserve(length);
    line += names.front();
    for (std::size_t i = 1; i < names.size(); ++i) {
        line += ',';
        line += names[i];
    }
    return line;
}

Batch make_batch(std::uint64_t first, std::uint64_t end) {
    std::vector<std::string> names;
    names.reserve(end - first);
    for (std::uint64_t number = first; number < end; ++number) {
        names.push_back("item-" + std::to_string(number));
    }
    std::string line = join(names);
    return {std::move(names), std::move(line)};
}

// The hash of the lengths and sevens of all lines; the batches that live at the end are left.
std::uint32_t churn(std::vector<Batch> &live, std::uint64_t count) {
    std::uint32_t hash = 0;
    for (std::uint64_t k = 0; k * BATCH < count; ++k) {
        Batch batch = make_batch(k * BATCH, std::min(count, (k + 1) * BATCH));
        const auto sevens = std::count(batch.line.begin(), batch.line.end(), '7');
        hash = 31 * hash + static_cast<std::uint32_t>(batch.line.size()) +
               static_cast<std::uint32_t>(sevens);
        live[k % LIVE] = std::move(batch);
    }
    return hash;
}

std::uint32_t digest(std::uint32_t hash, const std::vector<Batch> &live) {
    const auto add = [&hash](const std::string &text) {
        for (const char c : text) {
            hash = 31 * hash + static_cast<unsigned char>(c);
        }
    };
    for (const Batch &batch : live) {
        std::for_each(batch.names.begin(), batch.names.end(), add);
        add(batch.line);
    }
    return hash;
}

// A whole number above zero.
std::optional<std::uint64_t> parse(std::string_view text) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    return whole && value > 0 ? std::optional(value) : std::nullopt;
}

} // namespace

int main(int argc, char **argv) try {
    const auto size = argc == 2 ? parse(argv[1]) : std::nullopt;
    if (!size) {
        std::cerr << "usage: strings <names>\n";
        return 2;
    }
    std::vector<Batch> live(LIVE);
    const auto start = std::chrono::steady_clock::now();
    const std::uint32_t hash = churn(live, *size);
    const std::chrono::nanoseconds elapsed = std::chrono::steady_clock::now() - start;
    std::cout << digest(hash, live) << '\n';
    std::cerr << "work_ns=" << elapsed.count() << '\n';
    return 0;
} catch (const std::exception &error) {
    std::cerr << "strings: " << error.what() << '\n';
    return 1;
}
